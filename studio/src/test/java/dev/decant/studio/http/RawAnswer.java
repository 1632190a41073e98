package dev.decant.studio.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a server answers to bytes that no browser and no library would send.
 *
 * @param status the status
 * @param text all of the answer, its head in lower case
 */
record RawAnswer(int status, String text) {
    /** Sends a request, line by line. */
    static RawAnswer to(int port, String... lines) {
        String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            int status = text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
            int head = Math.max(text.indexOf("\r\n\r\n"), 0);
            return new RawAnswer(status, text.substring(0, head).toLowerCase(Locale.ROOT) + text.substring(head));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
