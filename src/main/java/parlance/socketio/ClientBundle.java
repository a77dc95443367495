package parlance.socketio;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Serves the official browser client as the reference server does: {@code socket.io.js} and its kin beside the engine's
 * path, with the client's version as {@code ETag}, and compressed for those who accept it. Any page may load it. Thread-safe.
 *
 * @see <a href="https://socket.io/docs/v4/client-installation/">Socket.IO, Client installation</a>
 */
public final class ClientBundle extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String MAP = ".map";
    private static final Set<String> FILES = Set.of(
            "socket.io.js",
            "socket.io.js.map",
            "socket.io.min.js",
            "socket.io.min.js.map",
            "socket.io.esm.min.js",
            "socket.io.esm.min.js.map",
            "socket.io.msgpack.min.js",
            "socket.io.msgpack.min.js.map");

    private final transient ConcurrentMap<String, byte[]> contents = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        if (!FILES.contains(name)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var etag = '"' + new String(content("version"), StandardCharsets.UTF_8) + '"';
        response.setHeader("ETag", etag);
        response.setHeader("Cache-Control", "public, max-age=0");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (known(request, etag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
            write(name, encoding(request), response);
        }
    }

    private void write(String name, Optional<Encoding> encoding, HttpServletResponse response) throws IOException {
        response.setContentType((name.endsWith(MAP) ? "application/json" : "text/javascript") + "; charset=UTF-8");
        encoding.ifPresent(accepted -> response.setHeader("Content-Encoding", accepted.token));
        var content = content(name + encoding.map(accepted -> accepted.suffix).orElse(""));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private static boolean known(HttpServletRequest request, String etag) {
        return entries(request, "If-None-Match").stream()
                .anyMatch(entry -> entry.equals("*") || entry.equals(etag) || entry.equals("W/" + etag));
    }

    private static Optional<Encoding> encoding(HttpServletRequest request) {
        var accepted = entries(request, "Accept-Encoding");
        return List.of(Encoding.values()).stream()
                .filter(encoding -> accepted.contains(encoding.token))
                .findFirst();
    }

    /** The members of a comma list, without those that are given no weight. */
    private static List<String> entries(HttpServletRequest request, String header) {
        var text = Optional.ofNullable(request.getHeader(header)).orElse("");
        return List.of(text.split(",")).stream()
                .map(String::strip)
                .filter(entry -> !entry.matches(".*;\\s*q=0(\\.0*)?"))
                .map(entry -> entry.replaceFirst(";.*", "").strip())
                .map(entry -> header.equals("Accept-Encoding") ? entry.toLowerCase(Locale.ROOT) : entry)
                .toList();
    }

    private byte[] content(String file) {
        return contents.computeIfAbsent(file, name -> {
            try (var in = ClientBundle.class.getResourceAsStream("client/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the build has left out the client's " + name);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** In the order in which we prefer them. */
    private enum Encoding {
        BROTLI("br", ".br"),
        GZIP("gzip", ".gz");

        private final String token;
        private final String suffix;

        Encoding(String token, String suffix) {
            this.token = token;
            this.suffix = suffix;
        }
    }
}
