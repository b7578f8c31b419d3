package io.ttquant.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ttquant.storage.FaultyWire.Break;
import io.ttquant.storage.FaultyWire.Way;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyWireTest {
    private ServerSocket server;
    private FaultyWire wire;

    @BeforeEach
    void echoServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread echo = new Thread(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    client.getInputStream().transferTo(client.getOutputStream());
                } catch (IOException e) {
                    // The next one.
                }
            }
        });
        echo.setDaemon(true);
        echo.start();
        wire = FaultyWire.to(server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        server.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), wire.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    @Test
    void passesOnWhatIsSentAndCountsIt() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(new byte[] {1, 2, 3});

            assertThat(socket.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
            assertThat(wire.passed(Way.TO_SERVER)).isEqualTo(3);
        }
    }

    @Test
    void resetsAfterTheByteThatItIsToldAndServesTheNextConnection() throws IOException {
        wire.breakAfter(Way.TO_CLIENT, 2, Break.RESET);
        try (Socket socket = connect()) {
            socket.getOutputStream().write(new byte[] {1, 2, 3});

            assertThatThrownBy(() -> socket.getInputStream().readNBytes(3)).isInstanceOf(IOException.class);
        }
        assertThat(wire.passed(Way.TO_CLIENT)).isEqualTo(2);
        assertThat(wire.breaks()).isEqualTo(1);
        passesOnAgain();
    }

    @Test
    void halfClosesOneDirection() throws IOException {
        wire.breakAfter(Way.TO_CLIENT, 1, Break.HALF_CLOSE);
        try (Socket socket = connect()) {
            socket.getOutputStream().write(new byte[] {1, 2});

            InputStream in = socket.getInputStream();
            assertThat(in.read()).isEqualTo(1);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void keepsSilentUntilItIsCut() throws IOException {
        wire.breakAfter(Way.TO_SERVER, 0, Break.SILENCE);
        try (Socket socket = connect()) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(1);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            wire.cutAll();

            socket.setSoTimeout(20_000);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesAndPausesAsLongAsItIsTold() throws IOException {
        wire.refuse(true);
        try (Socket socket = connect()) {
            assertThatThrownBy(() -> {
                        socket.getOutputStream().write(1);
                        socket.getInputStream().read();
                        socket.getInputStream().read();
                    })
                    .isInstanceOf(IOException.class);
        }
        wire.refuse(false);
        wire.pause();
        try (Socket socket = connect()) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(7);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            wire.resume();
            socket.setSoTimeout(20_000);
            assertThat(socket.getInputStream().read()).isEqualTo(7);
        }
    }

    private void passesOnAgain() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(9);
            assertThat(socket.getInputStream().read()).isEqualTo(9);
        }
    }
}
