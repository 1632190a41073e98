package dev.decant.embedded.postgresql;

import dev.decant.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Finds ports of 127.0.0.1 that nobody listens on. */
final class Ports {
    // Below the range from which Linux (32768) and macOS (49152) take the ports of outgoing connections, so that a
    // remembered port is likely to be free the next time.
    private static final int FIRST = 20_000;
    private static final int LAST = 30_000;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int TRIES = 200;

    private Ports() {}

    /** The remembered port if it is free, else any other that is. */
    static int choose(Optional<Integer> remembered) {
        return remembered.filter(Ports::isFree).orElseGet(Ports::random);
    }

    private static int random() {
        return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, LAST))
                .limit(TRIES)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> Failure.of("DCT-605", "no free port between " + FIRST + " and " + LAST)
                        .at("127.0.0.1")
                        .next("end programs that listen there")
                        .exception());
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
