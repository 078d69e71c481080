package org.okno.intake.accesses;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.okno.contracts.Codes;
import org.okno.contracts.NeedStatus;
import org.okno.identity.Caller;
import org.okno.identity.Role;

/** Why somebody opens personal data, and which roles may name it. A code, never words. */
public enum Purpose {
  /** To help: the caller's agency works on a need of the request. */
  WORK_ON_NEED(Role.SPECIALIST, Role.HEAD_OF_AGENCY),
  /** To help: a need was referred to the caller's agency, which opens what the person agreed to. */
  WORK_ON_REFERRAL(Role.SPECIALIST, Role.HEAD_OF_AGENCY),
  /** To see how the caller's agency helped, also afterwards. */
  QUALITY_CHECK(Role.HEAD_OF_AGENCY),
  /** To call the person who asked. */
  CALL_BACK(Role.OPERATOR),
  /** The person wants to know what is stored. */
  DISCLOSURE_REQUEST(Role.DATA_PROTECTION_OFFICER),
  /** The person wants to be erased. */
  ERASURE_REQUEST(Role.DATA_PROTECTION_OFFICER),
  /** Somebody is in danger. It opens any request, by an endpoint of its own, and is approved. */
  EMERGENCY(Role.OPERATOR, Role.DISPATCHER, Role.SPECIALIST, Role.HEAD_OF_AGENCY);

  private static final Set<NeedStatus> WORKED_ON =
      EnumSet.of(
          NeedStatus.ASSIGNED,
          NeedStatus.ACCEPTED,
          NeedStatus.IN_PROGRESS,
          NeedStatus.WAITING_FOR_APPLICANT);

  private final List<Role> roles;

  Purpose(Role... roles) {
    this.roles = List.of(roles);
  }

  /** As events, tables and HTTP write it. */
  @JsonValue
  public String code() {
    return Codes.of(this);
  }

  /** The role by which the caller may name it; empty where they have none of them. */
  Optional<Role> roleOf(Caller caller) {
    return roles.stream().filter(caller.roles()::contains).findFirst();
  }

  /** Whether it opens only requests of the caller's agency. */
  boolean isOfAgency() {
    return this == WORK_ON_NEED || this == WORK_ON_REFERRAL || this == QUALITY_CHECK;
  }

  /** The status that a need of the caller's agency may have, where it is for an agency. */
  String[] statusOfNeed() {
    return EnumSet.allOf(NeedStatus.class).stream()
        .filter(status -> this != WORK_ON_NEED || WORKED_ON.contains(status))
        .map(NeedStatus::code)
        .toArray(String[]::new);
  }

  /** Codes of the purposes that the caller may name, emergencies aside. */
  static String of(Caller caller) {
    return Arrays.stream(values())
        .filter(purpose -> purpose != EMERGENCY && purpose.roleOf(caller).isPresent())
        .map(Purpose::code)
        .collect(Collectors.joining(", "));
  }
}
