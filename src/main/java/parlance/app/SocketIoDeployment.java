package parlance.app;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import parlance.engineio.Engine;
import parlance.engineio.EngineSettings;
import parlance.engineio.transport.AllowedOrigins;
import parlance.engineio.transport.EngineDeployment;
import parlance.interpreter.Interpreter;
import parlance.socketio.ClientBundle;
import parlance.socketio.ServerSettings;
import parlance.socketio.SocketIoServer;

/** Opens {@code /socket.io/} while the web application starts, and closes its sessions when it stops. */
@WebListener
public class SocketIoDeployment implements ServletContextListener {
    private static final String PATH = "/socket.io/";

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    EngineSettings engineSettings;

    @Inject
    ServerSettings serverSettings;

    @Inject
    AllowedOrigins origins;

    @Inject
    Interpreter interpreter;

    private SocketIoServer server;
    private Engine engine;
    private ContainerTimer timer;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        server = new SocketIoServer(serverSettings);
        timer = new ContainerTimer(threads);
        interpreter.attach(server, (delay, task) -> timer.schedule(delay, () -> executor.execute(task))::cancel);
        engine = new Engine(engineSettings, timer, executor, server);
        EngineDeployment.deploy(event.getServletContext(), PATH, engine, origins);
        event.getServletContext()
                .addServlet("socket.io client", new ClientBundle())
                .addMapping(PATH + "*");
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        server.close();
        engine.stop();
        timer.stop();
    }
}
