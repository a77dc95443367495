#!/bin/sh
# Makes target/server: a WildFly configured by server-config/wildfly, with Parlance deployed.
# Only what changed is done again.
#
#   assemble-server.sh <unpacked wildfly> <postgresql driver jar> <war> <server to make>
set -eu

wildfly=$1
driver=$2
war=$3
server=$4
here=$(cd "$(dirname "$0")" && pwd)
config=$here/../../server-config/wildfly

wanted=$(find "$config" "$here" -type f -exec cksum {} + | sort; echo "$wildfly $driver")
if [ "$(cat "$server/.made-from" 2>/dev/null)" != "$wanted" ]; then
    echo "Configuring WildFly in $server"
    rm -rf "$server"
    cp -R -p "$wildfly" "$server"
    "$config/install.sh" "$server" "$driver"
    cat "$here/standalone.conf" >>"$server/bin/standalone.conf"
    echo "$wanted" >"$server/.made-from"
fi

deployments=$server/standalone/deployments
if ! cmp -s "$war" "$deployments/parlance.war"; then
    rm -f "$deployments"/parlance.war.*
    cp "$war" "$deployments/parlance.war"
fi
