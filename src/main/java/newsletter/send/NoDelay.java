package newsletter.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that send at once what they are given. With Nagle's algorithm (the default) every message waits some 40 ms for the
 * other side's delayed acknowledgement (RFC 1122, 4.2.3.4).
 */
final class NoDelay {
    private NoDelay() {}

    /** Plain sockets, which may be encrypted later on. Knows the last one: Angus keeps its own to itself. */
    static final class Plain extends javax.net.SocketFactory {
        private volatile @Nullable Socket last;

        /** The last one that was made; empty when there was none. */
        Optional<Socket> last() {
            return Optional.ofNullable(last);
        }

        private Socket kept(Socket socket) throws IOException {
            last = socket;
            return hurried(socket);
        }

        @Override
        public Socket createSocket() throws IOException {
            return kept(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return kept(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return kept(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return kept(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return kept(new Socket(host, port, local, localPort));
        }
    }

    /** Encrypted sockets. Knows the last one too. */
    static final class Encrypted extends SSLSocketFactory {
        private final SSLSocketFactory factory;
        private volatile @Nullable Socket last;

        Encrypted(SSLSocketFactory factory) {
            this.factory = factory;
        }

        /** The last one that was made; empty when there was none. */
        Optional<Socket> last() {
            return Optional.ofNullable(last);
        }

        /** How the last connection is encrypted; empty when there was none. */
        Optional<SSLSession> session() {
            return last instanceof SSLSocket socket ? Optional.of(socket.getSession()) : Optional.empty();
        }

        private Socket kept(Socket socket) throws IOException {
            last = socket;
            return hurried(socket);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return factory.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return factory.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return kept(factory.createSocket());
        }

        @Override
        public Socket createSocket(Socket below, String host, int port, boolean closes) throws IOException {
            return kept(factory.createSocket(below, host, port, closes));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return kept(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return kept(factory.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return kept(factory.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return kept(factory.createSocket(host, port, local, localPort));
        }
    }

    private static Socket hurried(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
