package org.okno.routing.hsds;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.okno.contracts.Codes;
import org.okno.http.Problem.FieldError;

/** Something in a document that somebody should look at. */
@Schema(name = "HsdsFinding", description = "Something in a document that somebody should look at")
public record Finding(
    @Schema(
            description = "Whether it keeps the document from being imported",
            examples = "warning",
            enumeration = {"error", "warning"},
            required = true)
        String severity,
    @Schema(
            description =
                "dangling: an id that nothing has; duplicate: given twice; gap: something is missing;"
                    + " invalid: not of the expected form",
            examples = "dangling",
            enumeration = {"dangling", "duplicate", "gap", "invalid"},
            required = true)
        String kind,
    @Schema(
            description = "JSON pointer into the document",
            examples = "/services/0/organization/parent_organization_id",
            required = true)
        String pointer,
    @Schema(
            description = "What is wrong, and what is expected",
            examples = "there is no organization with this id",
            required = true)
        String detail) {

  /** Whether it keeps the document from being imported. */
  enum Severity {
    ERROR,
    WARNING
  }

  /** What it is. */
  enum Kind {
    DANGLING,
    DUPLICATE,
    GAP,
    INVALID
  }

  static Finding of(Severity severity, Kind kind, String pointer, String detail) {
    return new Finding(Codes.of(severity), Codes.of(kind), pointer, detail);
  }

  static Finding error(Kind kind, String pointer, String detail) {
    return of(Severity.ERROR, kind, pointer, detail);
  }

  static Finding warning(Kind kind, String pointer, String detail) {
    return of(Severity.WARNING, kind, pointer, detail);
  }

  boolean isError() {
    return severity.equals(Codes.of(Severity.ERROR));
  }

  FieldError asError() {
    return new FieldError(pointer, detail);
  }
}
