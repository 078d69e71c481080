package org.okno.intake.vault;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.okno.messaging.EventIds;

/** Finds persons again, or creates them, for many requests at once. */
@Singleton
public final class ResolvePersons {
  private static final int MAX_ATTEMPTS = 5;

  private final BlindIndex blindIndex;
  private final DataKeys dataKeys;
  private final PersonRepository repository;

  ResolvePersons(BlindIndex blindIndex, DataKeys dataKeys, PersonRepository repository) {
    this.blindIndex = blindIndex;
    this.dataKeys = dataKeys;
    this.repository = repository;
  }

  /**
   * The keys of persons.
   *
   * @param keys one for each person, in their order
   * @param created ids of those who were not known before
   */
  public record Resolved(List<DataKey> keys, Set<UUID> created) {}

  /** A person who is inserted unless the blind index is known already. */
  record Candidate(
      DataKeys.Generated generated, @Nullable Hash blindIndex, @Nullable Hash phoneHash) {
    UUID id() {
      return generated.key().personId();
    }
  }

  /**
   * The key of each person, in the current transaction. Persons with the same phone and name are
   * one; those without a phone are each somebody new.
   *
   * <p>Who was known is locked against erasure until the transaction ends, so that nothing is
   * sealed with a key that is destroyed by then.
   */
  public Resolved resolve(List<Person> persons, Instant now) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Attempt done = attempt(persons, now);
      if (!repository.isAnyRetired(done.wrappedBy())) {
        return done.resolved();
      }
      // Another instance replaced the key that wraps: what it wrapped would not be found.
      repository.delete(done.resolved().created());
      dataKeys.reload();
    }
    throw new IllegalStateException("the key that wraps is retired again and again");
  }

  /**
   * Persons as they are inserted or found now.
   *
   * @param wrappedBy the keys that wrapped what was inserted
   */
  private record Attempt(Resolved resolved, Set<KeyId> wrappedBy) {}

  private Attempt attempt(List<Person> persons, Instant now) {
    Map<Hash, Candidate> sameIndex = new HashMap<>();
    List<Candidate> candidates = persons.stream().map(one -> candidate(one, sameIndex)).toList();
    Map<Candidate, DataKey> keys = new HashMap<>();
    Set<UUID> created = new HashSet<>();
    Set<KeyId> wrappedBy = new HashSet<>();
    Set<Candidate> open = new HashSet<>(candidates);
    for (int attempt = 0; !open.isEmpty(); attempt++) {
      if (attempt == MAX_ATTEMPTS) {
        throw new IllegalStateException("a person is erased again and again");
      }
      Set<UUID> inserted = repository.insert(open, now);
      created.addAll(inserted);
      open.stream()
          .filter(candidate -> inserted.contains(candidate.id()))
          .forEach(
              candidate -> {
                keys.put(candidate, candidate.generated().key());
                wrappedBy.add(KeyId.of(candidate.generated().wrapped()));
              });
      open.removeAll(keys.keySet());
      keys.putAll(known(open));
      // Who was there at the insert and is not found now was erased in between.
      open.removeAll(keys.keySet());
    }
    Resolved resolved =
        new Resolved(
            candidates.stream().map(one -> requireNonNull(keys.get(one))).toList(), created);
    return new Attempt(resolved, wrappedBy);
  }

  private Map<Candidate, DataKey> known(Set<Candidate> candidates) {
    Map<Hash, PersonRepository.KnownPerson> known = repository.lock(candidates);
    Map<Candidate, DataKey> keys = new HashMap<>();
    for (Candidate candidate : candidates) {
      var person = candidate.blindIndex() == null ? null : known.get(candidate.blindIndex());
      if (person != null) {
        keys.put(candidate, dataKeys.unwrap(person.id(), person.wrappedKey()));
      }
    }
    return keys;
  }

  private Candidate candidate(Person person, Map<Hash, Candidate> sameIndex) {
    String phone = person.phone();
    if (phone == null) {
      return new Candidate(dataKeys.generate(EventIds.next()), null, null);
    }
    return sameIndex.computeIfAbsent(
        blindIndex.ofPerson(phone, person.name()),
        index ->
            new Candidate(dataKeys.generate(EventIds.next()), index, blindIndex.ofPhone(phone)));
  }
}
