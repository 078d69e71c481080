package org.okno.analytics.reconciliation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * What intake accepted, from its own tables: the only count that nothing on the way has touched.
 */
@RegisterRestClient(configKey = "intake")
@OidcClientFilter
@Path("/v1/accepted")
public interface IntakeCounts {

  /** By day and channel. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Accepted(List<ChannelCount> items) {}

  @GET
  Accepted counts(@QueryParam("from") LocalDate from, @QueryParam("to") LocalDate to);

  /** Publishes the requests of a day and channel again, with the same event ids. */
  @POST
  @Path("/publication")
  void publish(@QueryParam("day") LocalDate day, @QueryParam("channel") String channel);
}
