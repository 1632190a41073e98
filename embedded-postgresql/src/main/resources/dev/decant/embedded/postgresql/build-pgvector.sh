#!/bin/sh
# Builds pgvector for one major version of PostgreSQL, from Debian's packages, without installing anything.
#   build-pgvector.sh RESULT MAJOR RELEASE SOURCE_RELEASE
# RELEASE is the release of Debian that has the headers of PostgreSQL MAJOR, SOURCE_RELEASE the one that has pgvector's
# source. Leaves RESULT/vector.so and RESULT/extension; everything else goes to the folder of this script. The packages
# come from where apt is set up to get Debian's packages from, and apt checks their signatures.
set -eu
result=$1 major=$2 release=$3 source_release=$4
work=$(cd "$(dirname "$0")" && pwd)
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

say() {
    echo "$*" >&2
}

# A download that fails is tried again: mirrors are busy, networks drop.
repeatedly() {
    for pause in 2 5 10; do
        "$@" && return 0
        say "trying again in $pause seconds: $*"
        sleep "$pause"
    done
    "$@"
}

# apt's own answer needs lists that were downloaded before; the files are read where there are none.
mirror() {
    {
        apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
            sed -n 's/^Debian //p'
        cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null |
            sed -nE -e 's/^URIs:[[:space:]]*//p' -e 's/^deb[[:space:]]+(\[[^]]*\][[:space:]]+)?//p' |
            tr '[:space:]' '\n' | grep -E '/debian/?$'
    } | grep -v security | sed -n 1p
}

from=$(mirror || true)
[ -n "$from" ] || { say "apt is not set up for Debian's packages on this machine"; exit 1; }
[ -r "$keyring" ] || { say "Debian's signing keys are missing: install debian-archive-keyring"; exit 1; }

# apt works in folders of its own, so that it changes nothing on this machine and needs no rights.
mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial" "$work/packages"
cat >"$work/apt/sources.list" <<LIST
deb-src [signed-by=$keyring] $from $source_release main
deb [signed-by=$keyring] $from $release main
LIST
cat >"$work/apt/apt.conf" <<CONF
Dir::State::lists "$work/apt/lists";
Dir::Cache "$work/apt/cache";
Dir::Etc::sourcelist "$work/apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
APT::Sandbox::User "";
Acquire::Languages "none";
Acquire::Retries "3";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
CONF
export APT_CONFIG="$work/apt/apt.conf"

cd "$work/packages"
repeatedly apt-get -q -o APT::Update::Error-Mode=any update
repeatedly apt-get -q source --download-only pgvector
repeatedly apt-get -q download "postgresql-server-dev-$major"

mkdir headers source
dpkg-deb -x "postgresql-server-dev-${major}"_*.deb headers
tar -xf pgvector_*.orig.tar.* -C source --strip-components=1

# The options are those of pgvector's Makefile and of PostgreSQL's own build, for any processor of the kind.
cd source
export CFLAGS="-O2 -fPIC -ftree-vectorize -fassociative-math -fno-signed-zeros -fno-trapping-math \
-fno-strict-aliasing -fwrapv -I$work/packages/headers/usr/include/postgresql/$major/server"
find src -name '*.c' | xargs -P 2 -I '{}' sh -c 'gcc $CFLAGS -c "$1" -o "$1.o"' compile '{}'
version=$(sed -n "s/^default_version = '\(.*\)'/\1/p" vector.control)

mkdir -p "$result/extension"
gcc -shared -o "$result/vector.so" src/*.o -lm
cp vector.control sql/vector--*--*.sql "$result/extension/"
cp sql/vector.sql "$result/extension/vector--$version.sql"
say "built pgvector $version for PostgreSQL $major"
