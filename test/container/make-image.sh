#!/usr/bin/env bash
# Makes a stand-in for an image of Neo4j that cannot be pulled: Debian, a Java, the jars of the release, its shell, an
# entry point.
# Usage: make-image.sh IMAGE, as root on Debian, with the engine in DOCKER_HOST.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
image="$1"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

echo "Making a stand-in for $image, which cannot be pulled (a few minutes) …" >&2
debootstrap --variant=minbase --include=openjdk-17-jre-headless bookworm "$work/root" >"$work/log" 2>&1 || {
  tail -n 20 "$work/log" >&2
  exit 1
}
rm -rf "$work/root/var/cache/apt" "$work/root/var/lib/apt/lists"
mkdir -p "$work/root/neo4j"
cp -r "$(node --import tsx "$here/fetch-jars.ts")" "$work/root/neo4j/lib"
# Its shell is what Compose asks whether it lives.
if [ -n "${WITH_COMPOSE:-}" ]; then
  mvn -B -q -f "$here/cypher-shell.xml" org.apache.maven.plugins:maven-dependency-plugin:2.8:copy-dependencies \
    -DoutputDirectory="$work/root/neo4j/shell" -DincludeScope=runtime >&2
  printf '#!/bin/sh\nexec java -XX:TieredStopAtLevel=1 -cp "/neo4j/shell/*" org.neo4j.shell.Main "$@"\n' >"$work/root/usr/bin/cypher-shell"
  chmod 755 "$work/root/usr/bin/cypher-shell"
fi
install -m 755 "$here/neo4j-entrypoint.sh" "$work/root/entrypoint"
tar -C "$work/root" -c . | docker import \
  --change 'ENTRYPOINT ["/entrypoint"]' --change 'EXPOSE 7474 7687' --change 'VOLUME /data' - "$image" >/dev/null
