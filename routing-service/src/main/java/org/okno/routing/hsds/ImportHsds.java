package org.okno.routing.hsds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.okno.contracts.Actor;
import org.okno.http.Problem;
import org.okno.http.ProblemException;
import org.okno.routing.directory.DirectorySnapshot;
import org.okno.routing.directory.ImportDirectory;
import org.okno.routing.directory.ImportDirectory.Imported;

/**
 * Imports a directory in the form of HSDS: whole, or not at all. What is there already as it is
 * given changes nothing and publishes nothing.
 */
@Singleton
class ImportHsds {
  private static final Logger LOG = Logger.getLogger(ImportHsds.class);
  private static final int MAX_FINDINGS = 1_000;

  private final HsdsRepository repository;
  private final ImportDirectory directory;
  private final HsdsSettings settings;
  private final Clock clock;

  ImportHsds(
      HsdsRepository repository, ImportDirectory directory, HsdsSettings settings, Clock clock) {
    this.repository = repository;
    this.directory = directory;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * How to import.
   *
   * @param dryRun whether to report only
   * @param complete whether an organization has no other services than the document gives
   */
  record Mode(boolean dryRun, boolean complete) {}

  /**
   * Imports a document.
   *
   * @throws ProblemException 400 with every error, unless it is a dry run; nothing was changed
   */
  @Transactional
  HsdsReport put(HsdsDocument document, Mode mode, Actor actor) {
    DirectorySnapshot known = directory.locked();
    List<Finding> findings = new ArrayList<>(HsdsSchema.errors(document.lists()));
    List<GivenObject> given =
        findings.isEmpty() ? ObjectSplitter.split(document.lists()) : List.of();
    findings.addAll(document.findings());
    Map<HsdsKey, ObjectNode> before =
        repository.find(given.stream().map(GivenObject::key).distinct().toList());
    MergedObjects merged = MergedObjects.of(before, given);
    Map<HsdsKey, ObjectNode> all = withNamed(merged.after());
    findings.addAll(merged.findings());
    findings.addAll(new ObjectChecks(merged, all.keySet()).findings());
    if (findings.stream().anyMatch(Finding::isError)) {
      return rejected(findings, given.size(), mode, known);
    }
    Map<HsdsKey, ObjectNode> changed = merged.changed(before);
    Set<HsdsKey> removed = mode.complete() ? removed(merged.after()) : Set.of();
    OfferMapping.Mapped mapped =
        new OfferMapping(
                known,
                all,
                merged.pointers(),
                settings.respondWithinHours(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
            .map(removed);
    findings.addAll(mapped.findings());
    if (!mode.dryRun()) {
      repository.put(changed, clock.instant());
      repository.removeServices(removed);
      LOG.infof("HSDS import: %d of %d objects changed", changed.size(), merged.after().size());
    }
    Imported imported =
        mode.dryRun()
            ? directory.dryRun(mapped.document())
            : directory.put(mapped.document(), actor);
    return new HsdsReport(
        mode.dryRun(),
        merged.after().size(),
        changed.size(),
        removed.size(),
        imported.organizations(),
        imported.services(),
        imported.version(),
        shown(findings));
  }

  private static HsdsReport rejected(
      List<Finding> findings, int given, Mode mode, DirectorySnapshot known) {
    if (!mode.dryRun()) {
      throw Problem.invalid(
              findings.stream()
                  .filter(Finding::isError)
                  .limit(MAX_FINDINGS)
                  .map(Finding::asError)
                  .toList())
          .asException();
    }
    return new HsdsReport(true, given, 0, 0, 0, 0, known.version(), shown(findings));
  }

  private static List<Finding> shown(List<Finding> findings) {
    return findings.stream().limit(MAX_FINDINGS).toList();
  }

  /** The objects with whatever of those that they name is stored. */
  private Map<HsdsKey, ObjectNode> withNamed(Map<HsdsKey, ObjectNode> objects) {
    Set<HsdsKey> missing = new HashSet<>(ObjectChecks.named(objects));
    missing.removeAll(objects.keySet());
    Map<HsdsKey, ObjectNode> all = new HashMap<>(repository.find(missing));
    all.putAll(objects);
    return all;
  }

  /** Stored services of the given organizations that are not given. */
  private Set<HsdsKey> removed(Map<HsdsKey, ObjectNode> given) {
    List<UUID> organizations =
        given.keySet().stream()
            .filter(key -> key.kind() == HsdsKind.ORGANIZATION)
            .map(HsdsKey::id)
            .toList();
    Set<HsdsKey> removed =
        new HashSet<>(
            repository.naming(HsdsKind.SERVICE, "organization_id", organizations).keySet());
    removed.removeAll(given.keySet());
    return removed;
  }
}
