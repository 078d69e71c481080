package org.okno.routing.directory;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.okno.contracts.AllowedTime;
import org.okno.contracts.Codes;
import org.okno.contracts.OpeningTime;
import org.okno.contracts.RequestedNeed;
import org.okno.http.FreeText;
import org.okno.http.Problem.FieldError;

/**
 * Checks a document against a directory: its fields are of the expected form, codes and ids are
 * there once, and whatever an entry names is in the document or was in the directory before.
 */
final class DocumentValidator {
  private static final int MAX_TEXT = 2_000;
  private static final int MAX_HOURS = 8_760;
  private static final int MAX_INTERVALS = 70;
  private static final Set<String> WEB = Set.of("http", "https");

  private final DirectoryContent after;
  private final List<FieldError> errors = new ArrayList<>();

  private DocumentValidator(DirectoryContent after) {
    this.after = after;
  }

  /**
   * Every validation error of a document.
   *
   * @param before what is in the directory already
   */
  static List<FieldError> errors(DirectoryDocument document, DirectoryContent before) {
    DocumentValidator validator = new DocumentValidator(before.with(document));
    validator.entries("/territories", document.territories(), validator::territory);
    validator.duplicates("/territories", "code", document.territories(), Territory::code);
    validator.entries("/terms", document.terms(), validator::term);
    validator.duplicates("/terms", "code", document.terms(), Term::key);
    validator.entries("/organizations", document.organizations(), validator::organization);
    validator.duplicates("/organizations", "id", document.organizations(), Organization::id);
    validator.entries("/services", document.services(), validator::service);
    validator.duplicates("/services", "id", document.services(), Service::id);
    validator.entries("/deadlines", document.deadlines(), validator::deadline);
    validator.duplicates("/deadlines", "id", document.deadlines(), DeadlineRule::id);
    return validator.errors;
  }

  private <T> void entries(String pointer, List<T> entries, BiConsumer<String, T> check) {
    for (int i = 0; i < entries.size(); i++) {
      check.accept(pointer + "/" + i, entries.get(i));
    }
  }

  private <T> void duplicates(
      String pointer, String field, List<T> entries, Function<T, String> key) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Integer before = first.putIfAbsent(key.apply(entries.get(i)), i);
      if (before != null) {
        add(pointer + "/" + i + "/" + field, "the same as in " + pointer + "/" + before);
      }
    }
  }

  private void territory(String pointer, Territory territory) {
    code(pointer + "/code", territory.code());
    text(pointer + "/name", territory.name());
    oneOf(pointer + "/level", territory.level(), Territory.LEVELS);
    if (!isZone(territory.zone())) {
      add(pointer + "/zone", "expected an IANA time zone, for example Europe/Samara");
    }
    if (territory.oktmo() != null && !Oktmo.isValid(territory.oktmo())) {
      add(pointer + "/oktmo", Oktmo.EXPECTED);
    }
    if (territory.parent() != null && !after.territories().containsKey(territory.parent())) {
      add(pointer + "/parent", "there is no territory with this code");
    } else if (isBelowItself(territory)) {
      add(pointer + "/parent", "the territory lies below itself: a cycle");
    }
  }

  private boolean isBelowItself(Territory territory) {
    Set<String> passed = new HashSet<>();
    String code = territory.parent();
    while (code != null && passed.add(code)) {
      if (code.equals(territory.code())) {
        return true;
      }
      code = parentOf(code);
    }
    return false;
  }

  private @Nullable String parentOf(String code) {
    Territory territory = after.territories().get(code);
    return territory == null ? null : territory.parent();
  }

  private void term(String pointer, Term term) {
    oneOf(pointer + "/axis", term.axis(), Term.AXES);
    code(pointer + "/code", term.code());
    if (term.axis().equals(Term.NEED) && term.code().equals(RequestedNeed.UNCLEAR)) {
      add(pointer + "/code", "is what requests have whose need nobody knows; use another code");
    }
    text(pointer + "/nameRu", term.nameRu());
    text(pointer + "/nameEn", term.nameEn());
  }

  private void organization(String pointer, Organization organization) {
    code(pointer + "/id", organization.id());
    text(pointer + "/name", organization.name());
    optionalText(pointer + "/description", organization.description());
    website(pointer + "/website", organization.website());
    openingHours(pointer + "/openingHours", organization.openingHours());
  }

  private void openingHours(String pointer, List<String> texts) {
    if (texts.size() > MAX_INTERVALS) {
      add(pointer, "expected at most " + MAX_INTERVALS + " intervals");
      return;
    }
    List<OpeningTime> before = new ArrayList<>();
    entries(
        pointer,
        texts,
        (at, text) -> {
          try {
            OpeningTime one = OpeningTime.parse(text);
            if (before.stream().anyMatch(one::overlaps)) {
              add(at, "overlaps an interval before it");
            }
            before.add(one);
          } catch (IllegalArgumentException e) {
            add(at, OpeningTime.GRAMMAR);
          }
        });
  }

  private void deadline(String pointer, DeadlineRule rule) {
    code(pointer + "/id", rule.id());
    known(pointer + "/need", Term.NEED, rule.need());
    known(pointer + "/targetGroup", Term.TARGET_GROUP, rule.targetGroup());
    if (rule.urgency() != null) {
      oneOf(pointer + "/urgency", rule.urgency(), DeadlineRule.URGENCIES);
    }
    if (rule.respondWithin() != null) {
      allowedTime(pointer + "/respondWithin", rule.respondWithin());
    }
    allowedTime(pointer + "/resolveWithin", rule.resolveWithin());
    if (after.deadlines().values().stream()
        .anyMatch(
            other -> !other.id().equals(rule.id()) && other.subject().equals(rule.subject()))) {
      add(pointer, "another rule has the same need, urgency and target group");
    }
  }

  private void known(String pointer, String axis, @Nullable String code) {
    if (code != null && !after.hasTerm(axis, code)) {
      add(pointer, "there is no such code in the directory");
    }
  }

  private void allowedTime(String pointer, String text) {
    try {
      AllowedTime.parse(text);
    } catch (IllegalArgumentException e) {
      add(pointer, AllowedTime.GRAMMAR);
    }
  }

  private void service(String pointer, Service service) {
    code(pointer + "/id", service.id());
    text(pointer + "/name", service.name());
    oneOf(pointer + "/status", service.status(), Service.STATUSES);
    if (!after.organizations().containsKey(service.organizationId())) {
      add(pointer + "/organizationId", "there is no organization with this id");
    }
    if (service.respondWithinHours() < 1 || service.respondWithinHours() > MAX_HOURS) {
      add(pointer + "/respondWithinHours", "expected a whole number of hours, 1 to " + MAX_HOURS);
    }
    Predicate<String> territories = after.territories()::containsKey;
    codes(pointer + "/needs", service.needs(), code -> after.hasTerm(Term.NEED, code));
    codes(pointer + "/serviceAreas", service.serviceAreas(), territories);
    codes(
        pointer + "/targetGroups",
        service.targetGroups(),
        code -> after.hasTerm(Term.TARGET_GROUP, code));
  }

  private void codes(String pointer, List<String> codes, Predicate<String> known) {
    entries(
        pointer,
        codes,
        (at, code) -> {
          if (!known.test(code)) {
            add(at, "there is no such code in the directory");
          }
        });
  }

  private void code(String pointer, String code) {
    if (!Codes.isCode(code)) {
      add(pointer, Codes.GRAMMAR);
    }
  }

  private void text(String pointer, String text) {
    if (text.isBlank()) {
      add(pointer, "expected a text that is not blank");
    }
    optionalText(pointer, text);
  }

  private void optionalText(String pointer, @Nullable String text) {
    if (text != null && (text.length() > MAX_TEXT || !FreeText.isUnicode(text))) {
      add(pointer, "expected a text of at most " + MAX_TEXT + " characters, without half of one");
    }
  }

  private void website(String pointer, @Nullable String address) {
    if (address != null && (address.length() > MAX_TEXT || !isWebsite(address))) {
      add(pointer, "expected an address that begins with https:// or http://");
    }
  }

  private static boolean isWebsite(String address) {
    try {
      URI uri = new URI(address);
      return uri.getRawAuthority() != null
          && uri.getScheme() != null
          && WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void oneOf(String pointer, String text, Set<String> expected) {
    if (!expected.contains(text)) {
      add(pointer, "expected one of " + String.join(", ", expected.stream().sorted().toList()));
    }
  }

  private static boolean isZone(String zone) {
    try {
      ZoneId.of(zone);
      return zone.contains("/") || zone.equals("UTC");
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void add(String pointer, String detail) {
    errors.add(new FieldError(pointer, detail));
  }
}
