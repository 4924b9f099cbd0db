#!/usr/bin/env bash
# Runs a command with a container engine that has the image of Neo4j: the engine that answers here, else one started for
# it on Debian as root, and ended after it. An image that cannot be pulled is stood in for.
# Usage: with-engine.sh COMMAND…  With WITH_COMPOSE=1 there are the image of Node and `docker compose` as well.
# Exit code 75: there is no engine here and none could be started.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
neo4j_image=neo4j:5.26-community
node_image=node:22-slim
work="$(mktemp -d)"
started=()

end_engine() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  # What an engine ended in haste leaves mounted cannot be removed.
  awk -v work="$work/" 'index($2, work) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount
  rm -rf "$work"
}
trap end_engine EXIT

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

# Layers are mounted where this machine can; else, as in a container itself, each is a copy, which takes minutes.
choose_storage() {
  mkdir -p "$work/try/"{lower,upper,work,merged}
  if mount -t overlay -o "lowerdir=$work/try/lower,upperdir=$work/try/upper,workdir=$work/try/work" overlay "$work/try/merged" 2>/dev/null; then
    umount "$work/try/merged"
    echo overlay2
  else
    echo vfs
  fi
}

start_engine() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null ||
    no_engine 'no engine answers, and only root on Debian can start one here.'
  if ! command -v dockerd >/dev/null || ! command -v containerd >/dev/null || ! command -v debootstrap >/dev/null; then
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends docker.io debootstrap; } \
      </dev/null >&2 || no_engine 'docker.io and debootstrap cannot be installed.'
  fi
  containerd --root "$work/containerd" --state "$work/state" --address "$work/containerd.sock" \
    >"$work/containerd.log" 2>&1 &
  started+=("$!")
  wait_for test -S "$work/containerd.sock" || no_engine 'containerd does not start.'
  # No rules of a firewall: this works inside a container, too. Ports go through the engine's own proxy.
  dockerd --containerd "$work/containerd.sock" --data-root "$work/data" --exec-root "$work/exec" \
    --pidfile "$work/dockerd.pid" -H "unix://$work/docker.sock" --storage-driver="$(choose_storage)" --iptables=false --ip6tables=false \
    >"$work/dockerd.log" 2>&1 &
  started+=("$!")
  export DOCKER_HOST="unix://$work/docker.sock"
  # In a container itself, this machine would look for the engine at the address of a gateway.
  export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1
  wait_for docker info || { tail -n 5 "$work/dockerd.log" >&2; no_engine 'dockerd does not start.'; }
}

# Compose of the present kind came to Debian with trixie; it runs on the release before, too.
bring_compose() {
  command -v apt-get >/dev/null || no_engine 'docker compose is absent.'
  local folder="$work/compose" site
  mkdir -p "$folder/"{lists,cache/archives}/partial "$folder/docker/cli-plugins"
  read -r site < <(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Component: main') ||
    no_engine 'docker compose is absent, and apt has no lists of Debian.'
  echo "deb $site trixie main" >"$folder/sources"
  local apt=(apt-get -o Dir::Etc::sourcelist="$folder/sources" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$folder/lists"
    -o Dir::Cache="$folder/cache" -o APT::Sandbox::User=root -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false)
  (cd "$folder" && "${apt[@]}" update && "${apt[@]}" download docker-compose && dpkg-deb -x docker-compose_*.deb .) \
    </dev/null >"$folder/log" 2>&1 || { tail -n 5 "$folder/log" >&2; no_engine 'docker compose is absent and cannot be fetched.'; }
  export DOCKER_CONFIG="$folder/docker"
  ln -s "$folder/usr/libexec/docker/cli-plugins/docker-compose" "$DOCKER_CONFIG/cli-plugins/"
}

# Whether an image has to be stood in for.
lacks() { ! docker image inspect "$1" >/dev/null 2>&1 && ! timeout 300 docker pull "$1" >/dev/null 2>&1; }

docker info >/dev/null 2>&1 || start_engine
[ -z "${WITH_COMPOSE:-}" ] || docker compose version >/dev/null 2>&1 || bring_compose
if lacks "$neo4j_image"; then
  command -v debootstrap >/dev/null ||
    no_engine "$neo4j_image cannot be pulled, and debootstrap, which makes a stand-in, is absent."
  bash "$here/make-image.sh" "$neo4j_image"
  # Its own cleaner is an image, too, which cannot be pulled here either.
  export TESTCONTAINERS_RYUK_DISABLED=true
fi
[ -z "${WITH_COMPOSE:-}" ] || ! lacks "$node_image" || bash "$here/make-node-image.sh" "$node_image"
"$@"
