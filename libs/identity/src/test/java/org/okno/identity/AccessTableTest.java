package org.okno.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccessTableTest {

  @Test
  void shouldGiveNobodyAnEndpointWithoutALine() {
    assertThat(rows("GET", "/v1/secrets", caller("a", "t", Role.values()))).isNull();
    assertThat(rows("PATCH", "/v1/cases", caller("a", "t", Role.values()))).isNull();
  }

  @Test
  void shouldGiveARoleTheRowsOfItsLine() {
    String one = "/v1/cases/{requestId}";

    assertThat(rows("GET", one, caller("a", "t", Role.DISPATCHER))).isEqualTo(new Rows.All());
    assertThat(rows("GET", one, caller("a", "t", Role.SPECIALIST)))
        .isEqualTo(new Rows.OfAgency("a"));
    assertThat(rows("GET", one, caller("a", "t", Role.COORDINATOR)))
        .isEqualTo(new Rows.OfTerritory("t"));
    assertThat(rows("GET", one, caller("a", "t", Role.CHANNEL))).isNull();
  }

  @Test
  void shouldGiveTheWidestRowsOfSeveralRoles() {
    assertThat(
            rows(
                "GET",
                "/v1/cases/{requestId}",
                caller("a", "t", Role.SPECIALIST, Role.COORDINATOR)))
        .isEqualTo(new Rows.OfTerritory("t"));
  }

  @Test
  void shouldNameTheRoleThatGivesTheRows() {
    String one = "/v1/cases/{requestId}";

    assertThat(permission("GET", one, caller("a", "t", Role.SPECIALIST, Role.COORDINATOR)))
        .extracting(Permission::role)
        .isEqualTo(Role.COORDINATOR);
    assertThat(permission("GET", one, caller(null, "t", Role.CHANNEL, Role.DISPATCHER)))
        .extracting(Permission::role)
        .isEqualTo(Role.DISPATCHER);
  }

  @Test
  void shouldGiveNothingWhereTheTokenLacksWhatRowsAreFoundBy() {
    assertThat(rows("GET", "/v1/cases/{requestId}", caller(null, "t", Role.SPECIALIST))).isNull();
  }

  @Test
  void shouldGiveWhoeverHasNoRoleOfOursNothing() {
    assertThat(rows("GET", "/v1/agencies", caller("a", "t"))).isNull();
  }

  private static @Nullable Rows rows(String method, String path, Caller caller) {
    Permission permission = permission(method, path, caller);
    return permission == null ? null : permission.rows();
  }

  private static @Nullable Permission permission(String method, String path, Caller caller) {
    return AccessTable.endpoint("case", method, path).permission(caller);
  }

  private static Caller caller(@Nullable String agency, String territory, Role... roles) {
    Set<Role> all = EnumSet.noneOf(Role.class);
    all.addAll(Arrays.asList(roles));
    return new Caller("somebody", all, agency, territory, null);
  }
}
