package org.okno.cases.notifications;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.Codes;
import org.okno.contracts.EventType;
import org.okno.http.Problem.FieldError;
import org.okno.identity.Rows;

/** Where somebody wants to be told; the body of the request. */
@Schema(name = "NewSubscription", description = "Where somebody wants to be told, and of what")
record NewSubscription(
    @JsonSetter(nulls = Nulls.FAIL)
        @Schema(
            description = "A public address; what happens is posted to it",
            examples = "https://agency.example.org/okno",
            required = true,
            maxLength = 2000)
        String url,
    @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        @Schema(
            description = "Types of events; all where absent. Types: docs/events.md",
            examples = "[\"org.okno.case.need-assigned.v1\"]",
            uniqueItems = true)
        @Nullable List<String> types,
    @Schema(
            description = "Id of the agency that is told; only for administrators",
            examples = "food-bank")
        @Nullable String agency,
    @Schema(
            description = "Code of the channel that is told; only for administrators",
            examples = "hotline")
        @Nullable String channel) {

  /** Whom it is for. */
  record Owner(@Nullable String agency, @Nullable String channel) {}

  List<String> typesOrAll() {
    return types == null ? List.of() : List.copyOf(types);
  }

  /** Whom it is for: the caller's own, or whom an administrator names. */
  Owner owner(Rows permitted) {
    return switch (permitted) {
      case Rows.OfAgency(String own) -> new Owner(own, null);
      case Rows.OfChannel(String own) -> new Owner(null, own);
      case Rows.All all -> new Owner(agency, channel);
      case Rows.OfTerritory territory -> throw permitted.unsupported();
    };
  }

  /** Every validation error. */
  List<FieldError> errors(Rows permitted, AllowedHosts hosts) {
    List<FieldError> errors = new ArrayList<>();
    hosts.error(url).ifPresent(error -> errors.add(new FieldError("/url", error)));
    List<String> wanted = typesOrAll();
    for (int i = 0; i < wanted.size(); i++) {
      if (EventType.named(wanted.get(i)).filter(one -> one.producer().equals("case")).isEmpty()) {
        errors.add(new FieldError("/types/" + i, "there is no event of cases with this type"));
      }
    }
    if (permitted instanceof Rows.All) {
      if ((agency == null) == (channel == null)) {
        errors.add(new FieldError("/agency", "expected either an agency or a channel"));
      }
    } else if (agency != null || channel != null) {
      errors.add(
          new FieldError(agency == null ? "/channel" : "/agency", "only administrators name one"));
    }
    if (agency != null && !Codes.isCode(agency)) {
      errors.add(new FieldError("/agency", Codes.GRAMMAR));
    }
    if (channel != null && !Codes.isCode(channel)) {
      errors.add(new FieldError("/channel", Codes.GRAMMAR));
    }
    return errors;
  }
}
