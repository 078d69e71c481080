package org.okno.cases.programmes;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.okno.contracts.Actor;
import org.okno.contracts.AgencyRef;

/**
 * What a change of a programme is judged by.
 *
 * @param needs ids of the needs of the case
 * @param agencies those of the directory that the change names, by id
 * @param at when it is requested
 * @param actor who requests it
 */
record ProgrammeContext(
    ProgrammeCodes codes,
    Set<UUID> needs,
    Map<String, AgencyRef> agencies,
    Instant at,
    Actor actor) {}
