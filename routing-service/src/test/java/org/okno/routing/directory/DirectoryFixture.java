package org.okno.routing.directory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small directory, built line by line. */
public final class DirectoryFixture {
  private final List<Territory> territories = new ArrayList<>();
  private final List<Term> terms = new ArrayList<>();
  private final List<Organization> organizations = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private final List<DeadlineRule> deadlines = new ArrayList<>();

  /**
   * Region R with the municipalities M and N; M has the districts D and E; the needs food and
   * legal.
   */
  public static DirectoryFixture region() {
    return new DirectoryFixture()
        .territory("R", "region", null)
        .territory("M", "municipality", "R")
        .territory("N", "municipality", "R")
        .territory("D", "district", "M")
        .territory("E", "district", "M")
        .need("food")
        .need("legal")
        .targetGroup("veteran")
        .targetGroup("elderly");
  }

  public DirectoryFixture territory(String code, String level, @Nullable String parent) {
    territories.add(new Territory(code, "Territory " + code, level, parent, "Europe/Samara"));
    return this;
  }

  public DirectoryFixture need(String code) {
    terms.add(new Term(Term.NEED, code, code, code));
    return this;
  }

  public DirectoryFixture targetGroup(String code) {
    terms.add(new Term(Term.TARGET_GROUP, code, code, code));
    return this;
  }

  /** An agency with one active service of 24 hours. */
  public DirectoryFixture offer(String agency, String need, String area, String... targetGroups) {
    return service(agency, need, area, "active", 24, targetGroups);
  }

  public DirectoryFixture service(
      String agency, String need, String area, String status, int hours, String... targetGroups) {
    if (organizations.stream().noneMatch(known -> known.id().equals(agency))) {
      organizations.add(new Organization(agency, "Agency " + agency, null, null));
    }
    services.add(
        new Service(
            "s" + services.size(),
            agency,
            "Service",
            status,
            hours,
            List.of(need),
            List.of(area),
            List.of(targetGroups)));
    return this;
  }

  public DirectoryFixture deadline(
      @Nullable String need, @Nullable String urgency, @Nullable String group, String resolve) {
    deadlines.add(
        new DeadlineRule("d" + deadlines.size(), need, urgency, group, "30 minutes", resolve));
    return this;
  }

  public DirectoryDocument document() {
    return new DirectoryDocument(territories, terms, organizations, services, deadlines);
  }

  /** The directory with the entries of another document. */
  public DirectorySnapshot known(DirectoryDocument more) {
    return new DirectorySnapshot(1, DirectoryContent.EMPTY.with(document()).with(more));
  }

  public DirectorySnapshot snapshot() {
    return new DirectorySnapshot(1, DirectoryContent.EMPTY.with(document()));
  }
}
