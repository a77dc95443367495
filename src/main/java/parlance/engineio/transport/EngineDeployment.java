package parlance.engineio.transport;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.EnumSet;
import parlance.engineio.Engine;

/** Puts an engine at a path of a web application, while the application starts. */
public final class EngineDeployment {
    private EngineDeployment() {}

    /**
     * Long-polling and WebSocket at one path.
     *
     * @param path begins and ends with a slash, e.g. {@code /socket.io/}
     * @throws IllegalStateException when the container has no WebSockets, or the application has started already
     */
    public static void deploy(ServletContext application, String path, Engine engine, AllowedOrigins origins) {
        var filter = application.addFilter("engine " + path, new EngineFilter(engine, origins));
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, path);
        var servlet = application.addServlet("engine " + path, new EngineServlet(engine));
        servlet.setAsyncSupported(true);
        servlet.addMapping(path);
        addEndpoint(application, path, engine);
    }

    private static void addEndpoint(ServletContext application, String path, Engine engine) {
        if (!(application.getAttribute(ServerContainer.class.getName()) instanceof ServerContainer container)) {
            throw new IllegalStateException("this container has no Jakarta WebSocket for " + path);
        }
        try {
            container.addEndpoint(ServerEndpointConfig.Builder.create(WebSocketEndpoint.class, path)
                    .configurator(new WebSocketEndpoint.Configurator(engine))
                    .build());
        } catch (DeploymentException e) {
            throw new IllegalStateException("the WebSocket at " + path + " cannot be deployed", e);
        }
    }
}
