package org.okno.routing.directory;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.okno.http.Problem.FieldError;

/**
 * Checks a document against a directory: codes and ids are there once, and whatever an entry names
 * is in the document or was in the directory before. Blank fields are passed over: the reader has
 * reported them.
 */
final class DocumentValidator {
  private final DirectoryDocument document;
  private final DirectoryContent after;
  private final List<FieldError> errors = new ArrayList<>();

  private DocumentValidator(DirectoryDocument document, DirectoryContent before) {
    this.document = document;
    this.after = before.with(document);
  }

  /**
   * The validation errors of a document.
   *
   * @param before what is in the directory already
   */
  static List<FieldError> errors(DirectoryDocument document, DirectoryContent before) {
    DocumentValidator validator = new DocumentValidator(document, before);
    validator.duplicates("/territories", "code", document.territories(), Territory::code);
    validator.territories();
    validator.duplicates("/terms", "code", document.terms(), Term::key);
    validator.duplicates("/organizations", "id", document.organizations(), Organization::id);
    validator.duplicates("/services", "id", document.services(), Service::id);
    validator.services();
    return validator.errors;
  }

  private <T> void duplicates(String list, String field, List<T> entries, Function<T, String> key) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String code = key.apply(entries.get(i));
      Integer before = code.isBlank() ? null : first.putIfAbsent(code, i);
      if (before != null) {
        add(list + "/" + i + "/" + field, "the same as in " + list + "/" + before);
      }
    }
  }

  private void territories() {
    for (int i = 0; i < document.territories().size(); i++) {
      Territory territory = document.territories().get(i);
      String pointer = "/territories/" + i;
      if (!territory.zone().isBlank() && !isZone(territory.zone())) {
        add(pointer + "/zone", "expected an IANA time zone, for example Europe/Samara");
      }
      String parent = territory.parent();
      if (parent != null && !parent.isBlank()) {
        if (!after.territories().containsKey(parent)) {
          add(pointer + "/parent", "there is no territory with this code");
        } else if (isBelowItself(territory)) {
          add(pointer + "/parent", "the territory lies below itself: a cycle");
        }
      }
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

  private void services() {
    for (int i = 0; i < document.services().size(); i++) {
      Service service = document.services().get(i);
      String pointer = "/services/" + i;
      String agency = service.organizationId();
      if (!agency.isBlank() && !after.organizations().containsKey(agency)) {
        add(pointer + "/organizationId", "there is no organization with this id");
      }
      codes(pointer + "/needs", service.needs(), code -> after.hasTerm(Term.NEED, code), "need");
      codes(
          pointer + "/serviceAreas",
          service.serviceAreas(),
          after.territories()::containsKey,
          "territory");
      codes(
          pointer + "/targetGroups",
          service.targetGroups(),
          code -> after.hasTerm(Term.TARGET_GROUP, code),
          "target group");
    }
  }

  private void codes(String pointer, List<String> codes, Predicate<String> known, String kind) {
    for (int i = 0; i < codes.size(); i++) {
      if (!codes.get(i).isBlank() && !known.test(codes.get(i))) {
        add(pointer + "/" + i, "there is no " + kind + " with this code");
      }
    }
  }

  private void add(String pointer, String detail) {
    errors.add(new FieldError(pointer, detail));
  }

  private static boolean isZone(String zone) {
    try {
      ZoneId.of(zone);
      return zone.contains("/") || zone.equals("UTC");
    } catch (DateTimeException e) {
      return false;
    }
  }
}
