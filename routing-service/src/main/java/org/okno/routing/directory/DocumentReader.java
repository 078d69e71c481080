package org.okno.routing.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * The form of an import document: {@code {territories[], terms[], organizations[], services[]}}.
 */
final class DocumentReader {
  private static final Set<String> LISTS =
      Set.of("territories", "terms", "organizations", "services");

  private DocumentReader() {}

  /**
   * Reads a document; every field that is not of the expected form is added to {@code wrong}. The
   * result is of use only when nothing was added, save for looking on.
   */
  static DirectoryDocument read(JsonNode document, List<WrongEntry> wrong) {
    if (!document.isObject()) {
      wrong.add(new WrongEntry("", "expected an object with " + LISTS.stream().sorted().toList()));
    }
    document
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!LISTS.contains(name)) {
                wrong.add(new WrongEntry("/" + name, "there is no such field"));
              }
            });
    return new DirectoryDocument(
        EntryReader.all(document, "territories", wrong, DocumentReader::territory),
        EntryReader.all(document, "terms", wrong, DocumentReader::term),
        EntryReader.all(document, "organizations", wrong, DocumentReader::organization),
        EntryReader.all(document, "services", wrong, DocumentReader::service));
  }

  private static Territory territory(EntryReader entry) {
    return new Territory(
        entry.text("code"),
        entry.text("name"),
        entry.oneOf("level", Territory.LEVELS),
        entry.optionalText("parent"),
        entry.text("zone"));
  }

  private static Term term(EntryReader entry) {
    return new Term(
        entry.oneOf("axis", Term.AXES),
        entry.text("code"),
        entry.text("nameRu"),
        entry.text("nameEn"));
  }

  private static Organization organization(EntryReader entry) {
    return new Organization(
        entry.text("id"),
        entry.text("name"),
        entry.optionalText("description"),
        entry.optionalText("website"));
  }

  private static Service service(EntryReader entry) {
    return new Service(
        entry.text("id"),
        entry.text("organizationId"),
        entry.text("name"),
        entry.oneOf("status", Service.STATUSES),
        entry.hours("respondWithinHours"),
        entry.codes("needs"),
        entry.codes("serviceAreas"),
        entry.codes("targetGroups"));
  }
}
