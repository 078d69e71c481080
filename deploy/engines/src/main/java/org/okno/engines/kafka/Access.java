package org.okno.engines.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What each user may do on Kafka; whatever is not listed is refused.
 *
 * @param lines of {@code deploy/topics/access.csv}
 */
record Access(List<AclBinding> lines) {

  private static final int COLUMNS = 5;

  /**
   * @param file columns: user, operation, resource, pattern, name; the first line names them
   */
  static Access read(Path file) throws IOException {
    return new Access(
        Files.readAllLines(file).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .skip(1)
            .map(Access::line)
            .toList());
  }

  private static AclBinding line(String line) {
    String[] columns = line.strip().split(",");
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException(
          "Not user,operation,resource,pattern,name in the access of Kafka: " + line);
    }
    return new AclBinding(
        new ResourcePattern(
            ResourceType.fromString(columns[2]), columns[4], PatternType.fromString(columns[3])),
        new AccessControlEntry(
            "User:" + columns[0],
            "*",
            AclOperation.fromString(columns[1]),
            AclPermissionType.ALLOW));
  }

  /** Grants what is missing, and revokes what users of the file have besides. */
  void apply(Admin admin) throws ExecutionException, InterruptedException {
    List<AclBinding> granted = List.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
    Set<String> users =
        lines.stream().map(line -> line.entry().principal()).collect(Collectors.toSet());
    admin.createAcls(lines.stream().filter(line -> !granted.contains(line)).toList()).all().get();
    admin
        .deleteAcls(
            granted.stream()
                .filter(one -> users.contains(one.entry().principal()) && !lines.contains(one))
                .map(AclBinding::toFilter)
                .toList())
        .all()
        .get();
  }
}
