package org.okno.cases.needs;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.okno.http.Language;
import org.okno.http.Preconditions;
import org.okno.identity.CurrentCaller;

/** What the resources of a need respond: the need as the caller sees it, with its version. */
@Singleton
class NeedResponses {
  private final ChangeNeed changeNeed;
  private final CurrentCaller current;

  NeedResponses(ChangeNeed changeNeed, CurrentCaller current) {
    this.changeNeed = changeNeed;
    this.current = current;
  }

  /** The need after a step of the caller, which needs the version that {@code If-Match} names. */
  RestResponse<NeedView> after(
      Step step,
      UUID requestId,
      UUID needId,
      Language language,
      Request request,
      HttpHeaders headers) {
    return of(
        changeNeed.apply(
            requestId,
            needId,
            current.rows(),
            current.actor(),
            version -> Preconditions.require(request, headers, version),
            step),
        language);
  }

  RestResponse<NeedView> of(NeedRow need, Language language) {
    return RestResponse.ResponseBuilder.ok(NeedView.of(need, current.rows(), language.locale()))
        .tag(Preconditions.tag(need.version()))
        .build();
  }
}
