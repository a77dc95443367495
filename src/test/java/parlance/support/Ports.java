package parlance.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports of this machine's loopback address. */
public final class Ports {
    private static final AtomicInteger NEXT =
            new AtomicInteger(20_000 + ThreadLocalRandom.current().nextInt(10_000));

    private Ports() {}

    /**
     * A port nobody listens on at the moment, and that no outgoing connection is given before it is used: systems take
     * those from above.
     */
    public static int free() {
        int port = NEXT.getAndIncrement();
        while (taken(port)) {
            port = NEXT.getAndIncrement();
        }
        return port;
    }

    /** Whether somebody listens on the port already. */
    public static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
