package parlance.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Every resource and provider of this package. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
