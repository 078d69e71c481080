package org.okno.cases;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Stands for a request that the access filter did not see: it counts the cases before it. */
public class LookBeforeAccess {
  static final String HEADER = "X-Look-Before-Access";

  private final Jdbi jdbi;

  LookBeforeAccess(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The number of cases; nothing without the header. */
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION)
  public @Nullable Response look(ContainerRequestContext request) {
    return request.getHeaderString(HEADER) == null
        ? null
        : Response.ok(
                jdbi.withHandle(
                    handle ->
                        handle
                            .createQuery("select count(*)::text from cases")
                            .mapTo(String.class)
                            .one()),
                "text/plain")
            .build();
  }
}
