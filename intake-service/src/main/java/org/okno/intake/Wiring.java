package org.okno.intake;

import static java.util.Objects.requireNonNull;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.okno.cloudevents.EventCodec;
import org.okno.contracts.TerritoryRef;
import org.okno.intake.acceptance.AcceptBatch;
import org.okno.intake.acceptance.AcceptRequest;
import org.okno.intake.acceptance.AcceptRequests;
import org.okno.intake.acceptance.AcceptanceLog;
import org.okno.intake.acceptance.AcceptanceSettings;
import org.okno.intake.acceptance.CommitSharing;
import org.okno.intake.acceptance.Outcome;
import org.okno.intake.acceptance.ReadSubmission;
import org.okno.intake.acceptance.RefusalCount;
import org.okno.intake.acceptance.Submission;
import org.okno.intake.acceptance.TryTogether;
import org.okno.intake.database.DatabaseException;
import org.okno.intake.database.Transactions;
import org.okno.intake.directory.Directory;
import org.okno.intake.vault.BlindIndex;
import org.okno.intake.vault.Persons;
import org.okno.journal.Journal;

/** Puts the plain objects of acceptance together. */
@Singleton
public final class Wiring {
  private final AcceptanceSettings settings;

  public Wiring(AcceptanceSettings settings) {
    this.settings = settings;
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Transactions transactions(AgroalDataSource dataSource) {
    return new Transactions(dataSource);
  }

  @Produces
  @Singleton
  EventCodec codec() {
    return new EventCodec();
  }

  @Produces
  @Singleton
  Journal journal(EventCodec codec) {
    return new Journal(codec);
  }

  @Produces
  @Singleton
  TryTogether<Submission, Outcome> acceptance(
      Transactions transactions,
      Persons persons,
      Journal journal,
      Directory directory,
      Clock clock) {
    AcceptRequests acceptRequests =
        new AcceptRequests(
            transactions, persons, journal, code -> territory(directory, code), clock);
    return new TryTogether<>(
        acceptRequests::accept, e -> e instanceof DatabaseException database && database.isAway());
  }

  @Produces
  @Singleton
  CommitSharing<Submission, Outcome> sharing(
      TryTogether<Submission, Outcome> acceptance, MeterRegistry registry) {

    CommitSharing<Submission, Outcome> sharing =
        new CommitSharing<>(
            acceptance, settings.writers(), settings.mostTogether(), settings.mostWaiting());
    Gauge.builder("okno.intake.waiting", sharing, CommitSharing::waiting)
        .description("Requests waiting for a transaction")
        .register(registry);
    return sharing;
  }

  void close(@Disposes CommitSharing<Submission, Outcome> sharing) {
    sharing.close();
  }

  @Produces
  @Singleton
  AcceptRequest acceptRequest(CommitSharing<Submission, Outcome> sharing) {
    return new AcceptRequest(sharing, settings.patience());
  }

  @Produces
  @Singleton
  AcceptBatch acceptBatch(
      ReadSubmission readSubmission,
      TryTogether<Submission, Outcome> acceptance,
      AcceptanceLog log,
      RefusalCount refusals) {
    return new AcceptBatch(readSubmission, acceptance, log, refusals);
  }

  @Produces
  @Singleton
  ReadSubmission readSubmission(Directory directory, BlindIndex blindIndex, Clock clock) {
    return new ReadSubmission(directory, blindIndex, clock);
  }

  private static TerritoryRef territory(Directory directory, String code) {
    var known =
        requireNonNull(directory.current().territory(code), "territories are never taken back");
    return new TerritoryRef(code, known.zone());
  }
}
