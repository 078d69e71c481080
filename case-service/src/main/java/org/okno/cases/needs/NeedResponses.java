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
    return tagged(
        changeNeed.apply(
            requestId,
            needId,
            current.rows(),
            current.actor(),
            version -> Preconditions.require(request, headers, version),
            step),
        language);
  }

  /** A need of a case, as far as the caller may see it. */
  RestResponse<NeedView> of(CaseFile file, NeedRow need, Language language) {
    return tagged(need, NeedView.of(file, need, current.rows(), language.locale()));
  }

  private RestResponse<NeedView> tagged(NeedRow need, Language language) {
    return tagged(need, NeedView.of(need, current.rows(), language.locale()));
  }

  private static RestResponse<NeedView> tagged(NeedRow need, NeedView view) {
    return RestResponse.ResponseBuilder.ok(view).tag(Preconditions.tag(need.version())).build();
  }
}
