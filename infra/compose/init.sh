#!/bin/sh
# Makes what compose.yaml takes its secrets from: infra/compose/secrets, or the directory that is named. What is there already is kept.
set -eu
folder=${1:-$(dirname "$0")/secrets}

mkdir -p "$folder"
# The directory keeps others out. The files have to be readable: a container reads them as whoever runs in it.
chmod 700 "$folder"
umask 022

random() {
  od -An -N32 -tx1 /dev/urandom | tr -d ' \n'
}

# Takes the content from its input.
keep() {
  if [ -e "$folder/$1" ]; then
    cat >/dev/null
  else
    cat >"$folder/$1"
    echo "Made $folder/$1"
  fi
}

random | keep postgres-password
random | keep jetbridge-secret
random | keep metrics-token
echo "postgres://jetbridge:$(cat "$folder/postgres-password")@postgres:5432/jetbridge" | keep database-url
echo "nats://$(random)@nats:4222" | keep nats-url
keep nats.conf <<NATS
port: 4222
http: 127.0.0.1:8222
authorization { token: "$(sed 's|nats://\(.*\)@.*|\1|' "$folder/nats-url")" }
NATS
echo "smtp://mailpit:1025" | keep smtp-url
