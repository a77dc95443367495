#!/bin/sh
# Prepares a WildFly for Parlance; the server must not be running. Can be run again: what is there is left alone.
#
#   install.sh <wildfly> <postgresql driver jar> [<configuration file, standalone.xml unless told>]
set -eu

if [ $# -lt 2 ] || [ $# -gt 3 ]; then
    echo "usage: $0 <wildfly directory> <postgresql driver jar> [<configuration file>]" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
wildfly=$1
driver=$2
configuration=${3:-standalone.xml}
[ -x "$wildfly/bin/jboss-cli.sh" ] || { echo "$wildfly is not a WildFly: it has no bin/jboss-cli.sh" >&2; exit 1; }
[ -f "$driver" ] || { echo "There is no PostgreSQL driver at $driver" >&2; exit 1; }

module=$wildfly/modules/org/postgresql/main
if [ ! -f "$module/module.xml" ]; then
    mkdir -p "$module"
    cp "$driver" "$module/postgresql.jar"
    cp "$here/modules/org/postgresql/main/module.xml" "$module/module.xml"
fi

# The log of the very first start is ruled by this file; logging.cli does the rest.
first=$wildfly/standalone/configuration/logging.properties
sed 's/^logger.org.jboss.as.config.level=DEBUG$/logger.org.jboss.as.config.level=INFO/' "$first" >"$first.new"
mv "$first.new" "$first"

commands=$(mktemp)
answers=$(mktemp)
trap 'rm -f "$commands" "$answers"' EXIT
{
    echo "embed-server --server-config=$configuration --std-out=discard"
    cat "$here/datasource.cli" "$here/executors.cli" "$here/logging.cli" "$here/undertow.cli"
    echo stop-embedded-server
} >"$commands"
if ! "$wildfly/bin/jboss-cli.sh" --file="$commands" >"$answers" 2>&1; then
    cat "$answers" >&2
    exit 1
fi
