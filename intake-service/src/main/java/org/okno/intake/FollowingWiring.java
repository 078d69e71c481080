package org.okno.intake;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.okno.intake.database.Transactions;
import org.okno.intake.directory.Directory;
import org.okno.intake.directory.FollowDirectory;
import org.okno.intake.feed.TakeEventsIn;
import org.okno.intake.requests.OpenPersonalData;
import org.okno.intake.requests.ReadRequests;
import org.okno.intake.tracking.FollowCases;
import org.okno.intake.tracking.Statuses;
import org.okno.intake.tracking.TrackRequest;
import org.okno.intake.vault.OpenSealed;

/** Puts together what intake follows and what it tells. */
@Singleton
public final class FollowingWiring {

  @Produces
  @Singleton
  Directory directory(Transactions transactions, Clock clock) {
    return new Directory(transactions, clock);
  }

  @Produces
  @Singleton
  TakeEventsIn takeEventsIn(Transactions transactions, Directory directory) {
    return new TakeEventsIn(transactions, new FollowDirectory(), new FollowCases(), directory);
  }

  @Produces
  @Singleton
  TrackRequest trackRequest(Transactions transactions) {
    return new TrackRequest(transactions);
  }

  @Produces
  @Singleton
  ReadRequests readRequests(Transactions transactions) {
    return new ReadRequests(transactions, new Statuses());
  }

  @Produces
  @Singleton
  OpenPersonalData openPersonalData(Transactions transactions, OpenSealed openSealed) {
    return new OpenPersonalData(transactions, openSealed);
  }
}
