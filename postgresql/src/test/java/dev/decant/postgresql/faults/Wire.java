package dev.decant.postgresql.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire to a server that is cut at a call, with all sessions that go over it, as when the machine of the client goes down. A call is what a
 * client sends before it waits for an answer: the messages up to Sync or Query (the manual's chapter 53.7).
 */
final class Wire implements AutoCloseable {
    private static final byte SYNC = 'S';
    private static final byte QUERY = 'Q';
    private static final byte PASSWORD = 'p';

    private final ServerSocket entrance;
    private final int port;
    private final int cutAt;
    private final boolean afterwards;
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile boolean cut;

    /**
     * A wire to a server on this machine.
     *
     * @param cutAt the number of the call, from 1; none when 0
     * @param afterwards whether the server still gets it, and only its answer is lost
     */
    Wire(int port, int cutAt, boolean afterwards) throws IOException {
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = port;
        this.cutAt = cutAt;
        this.afterwards = afterwards;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    int calls() {
        return calls.get();
    }

    boolean wasCut() {
        return cut;
    }

    private void accept() {
        try {
            while (!cut) {
                Socket client = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                server.setTcpNoDelay(true);
                client.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pass(client, server, true));
                Thread.ofVirtual().start(() -> pass(server, client, false));
            }
        } catch (IOException closed) {
            // Nobody comes in any more.
        }
    }

    private void pass(Socket from, Socket to, boolean counted) {
        try (from;
                to) {
            if (counted) {
                passCalls(new DataInputStream(from.getInputStream()), to.getOutputStream());
            } else {
                passBytes(from.getInputStream(), to.getOutputStream());
            }
        } catch (IOException ended) {
            // One end is gone, so the other goes as well.
        }
    }

    private void passCalls(DataInputStream client, OutputStream server) throws IOException {
        int startup = client.readInt();
        server.write(message(new byte[0], startup, client));
        server.flush();
        ByteArrayOutputStream call = new ByteArrayOutputStream();
        while (true) {
            byte type = client.readByte();
            call.write(message(new byte[] {type}, client.readInt(), client));
            if (type == SYNC || type == QUERY) {
                pass(call, server);
            } else if (type == PASSWORD) {
                call.writeTo(server);
                call.reset();
            }
        }
    }

    private void pass(ByteArrayOutputStream call, OutputStream server) throws IOException {
        boolean last = calls.incrementAndGet() == cutAt;
        if (last && !afterwards) {
            cut();
        }
        if (cut) {
            throw new IOException("cut");
        }
        call.writeTo(server);
        server.flush();
        call.reset();
        if (last) {
            cut();
        }
    }

    private static byte[] message(byte[] type, int length, DataInputStream from) throws IOException {
        byte[] message = new byte[type.length + length];
        System.arraycopy(type, 0, message, 0, type.length);
        ByteBuffer.wrap(message).putInt(type.length, length);
        from.readFully(message, type.length + Integer.BYTES, length - Integer.BYTES);
        return message;
    }

    private static void passBytes(InputStream from, OutputStream to) throws IOException {
        byte[] bytes = new byte[8192];
        for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
            to.write(bytes, 0, read);
            to.flush();
        }
    }

    /** Cuts everything at once. */
    void cut() throws IOException {
        cut = true;
        entrance.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        cut();
    }
}
