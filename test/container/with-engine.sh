#!/usr/bin/env bash
# Runs a command with a container engine that has the image of Neo4j: the engine that answers here, else one started for
# it on Debian as root, and ended after it. An image that cannot be pulled is stood in for.
# Usage: with-engine.sh COMMAND…  Exit code 75: there is no engine here and none could be started.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
image=neo4j:5.26-community
work=''
started=()

end_engine() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  # What an engine ended in haste leaves mounted cannot be removed.
  [ -z "$work" ] || { awk -v work="$work/" 'index($2, work) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount; rm -rf "$work"; }
}

no_engine() {
  echo "CONTAINER TESTS NOT RUN: $1" >&2
  exit 75
}

wait_for() {
  for _ in $(seq 100); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.3
  done
  return 1
}

start_engine() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null ||
    no_engine 'no engine answers, and only root on Debian can start one here.'
  if ! command -v dockerd >/dev/null || ! command -v containerd >/dev/null || ! command -v debootstrap >/dev/null; then
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends docker.io debootstrap; } \
      </dev/null >&2 || no_engine 'docker.io and debootstrap cannot be installed.'
  fi
  work="$(mktemp -d)"
  trap end_engine EXIT
  containerd --root "$work/containerd" --state "$work/state" --address "$work/containerd.sock" \
    >"$work/containerd.log" 2>&1 &
  started+=("$!")
  wait_for test -S "$work/containerd.sock" || no_engine 'containerd does not start.'
  # vfs and no rules of a firewall: this works inside a container, too. Ports go through the engine's own proxy.
  dockerd --containerd "$work/containerd.sock" --data-root "$work/data" --exec-root "$work/exec" \
    --pidfile "$work/dockerd.pid" -H "unix://$work/docker.sock" --storage-driver=vfs --iptables=false --ip6tables=false \
    >"$work/dockerd.log" 2>&1 &
  started+=("$!")
  export DOCKER_HOST="unix://$work/docker.sock"
  # In a container itself, this machine would look for the engine at the address of a gateway.
  export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
  wait_for docker info || { tail -n 5 "$work/dockerd.log" >&2; no_engine 'dockerd does not start.'; }
}

docker info >/dev/null 2>&1 || start_engine
if ! docker image inspect "$image" >/dev/null 2>&1 && ! timeout 300 docker pull "$image" >/dev/null 2>&1; then
  command -v debootstrap >/dev/null || no_engine "$image cannot be pulled, and debootstrap, which makes a stand-in, is absent."
  bash "$here/make-image.sh" "$image"
  # Its own cleaner is an image, too, which cannot be pulled here either.
  export TESTCONTAINERS_RYUK_DISABLED=true
fi
"$@"
