package parlance.socketio;

import java.util.Arrays;
import parlance.engineio.ProtocolException;

/** What a packet is for, in wire order. */
enum PacketType {
    CONNECT('0'),
    DISCONNECT('1'),
    EVENT('2'),
    ACK('3'),
    CONNECT_ERROR('4'),
    BINARY_EVENT('5'),
    BINARY_ACK('6');

    private final char digit;

    PacketType(char digit) {
        this.digit = digit;
    }

    static PacketType of(char digit) {
        return Arrays.stream(values())
                .filter(type -> type.digit == digit)
                .findFirst()
                .orElseThrow(() -> new ProtocolException("no packet type"));
    }

    char digit() {
        return digit;
    }

    boolean binary() {
        return this == BINARY_EVENT || this == BINARY_ACK;
    }
}
