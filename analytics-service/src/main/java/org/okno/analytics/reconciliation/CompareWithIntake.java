package org.okno.analytics.reconciliation;

import jakarta.inject.Singleton;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.okno.analytics.facts.LatestDay;

/** Compares the summary of the last days with what intake accepted. */
@Singleton
class CompareWithIntake {
  private static final Logger LOG = Logger.getLogger(CompareWithIntake.class);

  private final IntakeCounts intake;
  private final ReconciliationRepository repository;
  private final Clock clock;
  private final int days;

  CompareWithIntake(
      @RestClient IntakeCounts intake,
      ReconciliationRepository repository,
      Clock clock,
      ReconciliationSettings settings) {
    this.intake = intake;
    this.repository = repository;
    this.clock = clock;
    this.days = settings.days();
  }

  /** What intake accepted in the last days; empty while it does not respond. */
  Optional<List<ChannelCount>> accepted() {
    try {
      return Optional.of(intake.counts(from(), to()).items());
    } catch (ProcessingException | WebApplicationException e) {
      LOG.warnf("intake's counts could not be read: %s", e.getClass().getName());
      return Optional.empty();
    }
  }

  /** Where the summary differs now from what was accepted. */
  List<Difference> differences(List<ChannelCount> accepted) {
    return Difference.between(accepted, repository.counted(from(), to()));
  }

  private LocalDate from() {
    return to().minusDays(days - 1L);
  }

  private LocalDate to() {
    return LatestDay.by(clock);
  }
}
