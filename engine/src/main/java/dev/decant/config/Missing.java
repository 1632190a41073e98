package dev.decant.config;

import dev.decant.failure.DecantException;
import dev.decant.failure.Failure;
import java.util.Optional;

/**
 * What is said of a value that is needed and that nobody gave.
 *
 * @param file what failures call decant.toml, if there is one
 */
record Missing(Optional<String> file) {
    /**
     * The failure.
     *
     * @param key the value's name in the file
     * @param inFile what to do in the file, as in {@code add it}
     * @param byFlag the flag that gives it as well
     */
    DecantException value(String key, String inFile, String byFlag) {
        return file.map(name ->
                        Failure.of("DCT-105", key + " is missing").at(name).next(inFile + ", or give " + byFlag))
                .orElseGet(() -> Failure.of(
                                "DCT-105",
                                key + " is not known, and there is no decant.toml here or in any folder above")
                        .next("make one with: decant init, or give " + byFlag))
                .exception();
    }
}
