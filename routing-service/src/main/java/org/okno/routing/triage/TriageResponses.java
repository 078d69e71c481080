package org.okno.routing.triage;

import jakarta.inject.Singleton;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestResponse;
import org.okno.http.Language;
import org.okno.http.Preconditions;

/** What the resources of the desk respond: an entry as it is now, with its version. */
@Singleton
class TriageResponses {
  private final Clock clock;

  TriageResponses(Clock clock) {
    this.clock = clock;
  }

  TriageView view(TriageEntryEntity entry, Language language) {
    return TriageView.of(entry, language.locale(), clock.instant());
  }

  RestResponse<TriageView> tagged(TriageEntryEntity entry, Language language) {
    return RestResponse.ResponseBuilder.ok(view(entry, language))
        .tag(Preconditions.tag(entry.version()))
        .build();
  }
}
