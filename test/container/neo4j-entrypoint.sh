#!/bin/bash
# Starts Neo4j as its official image does: settings from NEO4J_… variables, the first password from NEO4J_AUTH.
set -euo pipefail
export NEO4J_HOME=/neo4j NEO4J_CONF=/neo4j/conf
mkdir -p "$NEO4J_CONF" /neo4j/logs /data
java=(java -XX:+UseG1GC --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED
  --add-opens=java.base/sun.nio.ch=ALL-UNNAMED -cp '/neo4j/lib/*')
{
  echo 'server.default_listen_address=0.0.0.0'
  echo 'server.directories.data=/data'
  echo 'db.tx_log.preallocate=false'
  # NEO4J_server_memory_heap_max__size → server.memory.heap.max_size
  env | sed -n -e '/^NEO4J_\(AUTH\|HOME\|CONF\)=/d' -e 's/^NEO4J_\([^=]*\)=/\1=/p' |
    while IFS='=' read -r name value; do
      name=${name//__/+}
      name=${name//_/.}
      echo "${name//+/_}=$value"
    done
} >"$NEO4J_CONF/neo4j.conf"
[ -e /data/dbms/auth.ini ] ||
  "${java[@]}" org.neo4j.cli.AdminTool dbms set-initial-password "${NEO4J_AUTH#neo4j/}" >/dev/null
heap="$(sed -n 's/^server.memory.heap.max_size=//p' "$NEO4J_CONF/neo4j.conf")"
exec "${java[@]}" "-Xmx${heap:-512m}" org.neo4j.server.CommunityEntryPoint \
  --home-dir="$NEO4J_HOME" --config-dir="$NEO4J_CONF" --console-mode
