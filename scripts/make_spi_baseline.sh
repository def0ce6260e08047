#!/usr/bin/env bash
# Records the plugin interface as it is now: what SpiCompatibilityTest compares with, ports/src/test/resources/spi-baseline.jar.
# Refuses if plugins of the same SPI_VERSION would break, unless --unreleased says that there are none yet.
set -euo pipefail
cd "$(dirname "$0")/.."
./mvnw -q -B -pl ports -am test-compile dependency:build-classpath -DincludeScope=test -Dmdep.outputFile=target/test.classpath
java -cp "ports/target/classes:ports/target/test-classes:$(cat ports/target/test.classpath)" \
  org.dssl.ports.compatibility.SpiBaseline ports/src/test/resources/spi-baseline.jar "$@"
