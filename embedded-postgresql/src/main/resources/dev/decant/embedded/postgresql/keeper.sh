#!/bin/sh
# Stays with a PostgreSQL server and stops it when nobody uses it any more.
#   keeper.sh LEASE REMOVE COMMAND...
# LEASE is a named pipe that every user of the server holds open; a user's death closes its end as well as a proper
# leave. REMOVE is a folder to delete after the server has stopped, or empty. COMMAND starts the server.
lease=$1
remove=$2
shift 2

"$@" </dev/null &
server=$!

# Half a minute for an orderly end, which open transactions do not delay, then an end without ceremony.
stop() {
    kill -INT "$server" 2>/dev/null
    tries=0
    while [ "$tries" -lt 60 ] && kill -0 "$server" 2>/dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 30 ] || kill -QUIT "$server" 2>/dev/null
        sleep 1
    done
}

# The pipe is read to its end, which is reached when its last user has gone. It is then moved away, so that nobody else
# finds it, and read once more: a line in it is from somebody who came before it was moved, and the server goes on.
watch() {
    exec 3<"$lease" || exit
    while :; do
        while read -r line <&3; do :; done
        mv "$lease" "$lease.closing"
        read -r line <&3 || break
        mv "$lease.closing" "$lease"
    done
    stop
}

watch &
watcher=$!
trap 'kill -INT "$server" 2>/dev/null' INT TERM HUP

# A signal ends the wait but not the server.
while kill -0 "$server" 2>/dev/null; do
    wait "$server"
    status=$?
done
kill "$watcher" 2>/dev/null
rm -f "$lease" "$lease.closing"
[ -z "$remove" ] || rm -rf -- "$remove"
exit "${status:-1}"
