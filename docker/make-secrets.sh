#!/usr/bin/env bash
# Makes what the compose files read from docker/secrets, once; what is there already stays as it is.
# Run it as the user with number 1000, or as root: only that user may read the files, and it runs in the containers.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
mkdir -p secrets && cd secrets

readonly OWNER=1000
readonly DAYS=825

# make FILE COMMAND...: writes what the command prints, whole or not at all.
make() {
  local file=$1
  shift
  [ -s "$file" ] && return
  "$@" >"$file.new"
  mv "$file.new" "$file"
}

make master.key openssl rand 32
make signing.key openssl genpkey -algorithm ed25519
make sign-in.key openssl rand -base64 32
make postgres-password openssl rand -hex 24
make keycloak-password openssl rand -hex 24
make kurrentdb-admin-password openssl rand -hex 24
make kurrentdb-ops-password openssl rand -hex 24
make database-url printf 'postgres://doorlopend:%s@postgres:5432/doorlopend' "$(cat postgres-password)"

# An authority of our own, and a certificate for each node of the cluster, in the form that KurrentDB reads (RSA).
if [ ! -s ca.crt ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -sha256 -days "$DAYS" -subj '/CN=Doorlopend CA' \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout ca.key -out ca.crt 2>/dev/null
fi
for node in kurrentdb-1 kurrentdb-2 kurrentdb-3; do
  [ -s "$node.crt" ] && continue
  openssl req -new -newkey rsa:3072 -nodes -sha256 -subj '/CN=kurrentdb-node' \
    -keyout "$node.key" -out "$node.csr" 2>/dev/null
  printf '%s\n' "subjectAltName=DNS:$node,DNS:localhost" 'basicConstraints=critical,CA:FALSE' \
    'keyUsage=critical,digitalSignature,keyEncipherment' 'extendedKeyUsage=serverAuth,clientAuth' >"$node.ext"
  openssl x509 -req -sha256 -days "$DAYS" -in "$node.csr" -CA ca.crt -CAkey ca.key -CAcreateserial \
    -extfile "$node.ext" -out "$node.crt" 2>/dev/null
  rm "$node.csr" "$node.ext"
done
make kurrentdb-cluster-url printf \
  'kurrentdb://admin:%s@kurrentdb-1:2113,kurrentdb-2:2113,kurrentdb-3:2113?tlsCaFile=/run/secrets/ca.crt' \
  "$(cat kurrentdb-admin-password)"

[ "$(id -u)" -ne 0 ] || chown -R "$OWNER:$OWNER" .
echo "docker/secrets is complete"
