package parlance.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import parlance.chat.ChatException;

/** Reads the one JSON object that a request is, within {@link #MAX_BYTES}. Thread-safe. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader implements MessageBodyReader<Body> {
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEPTH = 8;
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Body.class;
    }

    @Override
    public Body readFrom(
            Class<Body> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        var bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new TooLarge(MAX_BYTES);
        }
        return parsed(new String(bytes, UTF_8));
    }

    private static Body parsed(String text) {
        try {
            checkBounds(text);
            try (var reader = PROVIDER.createReader(new StringReader(text))) {
                if (reader.readValue() instanceof JsonObject members) {
                    return new Body(members);
                }
            }
        } catch (JsonException | IllegalStateException | NumberFormatException | UnsupportedOperationException e) {
            throw new ChatException.Invalid("The body is no JSON");
        }
        throw new ChatException.Invalid("The body must be a JSON object");
    }

    /** A reader neither notices what follows the value, nor survives every depth. */
    private static void checkBounds(String text) {
        try (var parser = PROVIDER.createParser(new StringReader(text))) {
            int depth = 0;
            while (parser.hasNext()) {
                var event = parser.next();
                if (event == Event.START_OBJECT || event == Event.START_ARRAY) {
                    depth++;
                } else if (event == Event.END_OBJECT || event == Event.END_ARRAY) {
                    depth--;
                }
                if (depth > MAX_DEPTH) {
                    throw new ChatException.Invalid("The body is nested too deeply");
                }
            }
        }
    }
}
