package org.okno.local.run;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.okno.engines.EngineException;
import org.okno.engines.stack.Part;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which part of which stack. */
final class PartArgument {

  /** The labels of all parts, for the help. */
  static final class Labels extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Labels() {
      for (Part part : Part.values()) {
        add(part.label());
      }
    }
  }

  @Parameters(
      paramLabel = "PART",
      completionCandidates = Labels.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private @Nullable String label;

  @Mixin private DataOption data = new DataOption();

  Part part() {
    if (label == null) {
      throw new EngineException("Name a part.");
    }
    return Part.named(label);
  }

  DataOption data() {
    return data;
  }

  Orders orders() {
    return new Orders(new Stacks(data.folder()).required());
  }
}
