#!/usr/bin/env bash
# Makes a stand-in for an image of Node that cannot be pulled: this machine's node and npm, a shell, what these load, and
# the certificates that this machine trusts. No Debian under it: an engine that copies layers copies each of its files.
# Usage: make-node-image.sh IMAGE, with the engine in DOCKER_HOST.
set -euo pipefail
image="$1"
root="$(mktemp -d)"
trap 'rm -rf "$root"' EXIT

# Copies a program to where it is looked for, and the libraries that it loads to where they are here.
bring() {
  install -D -m 755 "$(readlink -f "$1")" "$root$2"
  ldd "$1" | grep -o '/[^ ]*' | while read -r library; do
    [ -e "$root$library" ] || install -D -m 755 "$(readlink -f "$library")" "$root$library"
  done
}

echo "Making a stand-in for $image, which cannot be pulled …" >&2
mkdir -p "$root/etc" "$root/root" "$root/usr/lib/node_modules" "$root/usr/bin"
install -d -m 1777 "$root/tmp"
echo 'root:x:0:0:root:/root:/bin/sh' >"$root/etc/passwd"
bring "$(command -v node)" /usr/bin/node
bring /bin/sh /bin/sh
bring /usr/bin/env /usr/bin/env
# Packages of npm that are programs of their own load more of the C library than node does.
for library in "$(dirname "$(ldd "$(command -v node)" | sed -n 's/.*libc\.so\.6 => \([^ ]*\).*/\1/p')")"/lib{rt,resolv,util}.so.[0-9]*; do
  [ -e "$root$library" ] || install -D -m 755 "$(readlink -f "$library")" "$root$library"
done
cp -rL "$(npm root --global)/npm" "$root/usr/lib/node_modules/npm"
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/bin/npm"
certificates=/etc/ssl/certs/ca-certificates.crt
changes=(--change 'ENV PATH=/usr/bin:/bin' --change 'CMD ["node"]')
if [ -e "$certificates" ]; then
  install -D -m 644 "$certificates" "$root$certificates"
  changes+=(--change "ENV NODE_EXTRA_CA_CERTS=$certificates")
fi
chmod 755 "$root"
tar -C "$root" --owner=0 --group=0 -c . | docker import "${changes[@]}" - "$image" >/dev/null
