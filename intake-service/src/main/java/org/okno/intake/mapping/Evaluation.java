package org.okno.intake.mapping;

import com.dashjoin.jsonata.Jsonata.Frame;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One evaluation of a mapping, watched: the library calls back before and after each
 * sub-expression. What runs between two of these calls is a function of the library, whose work is
 * bounded by the size of its arguments; where it is not, the function is replaced or refused.
 */
final class Evaluation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  // Asking costs more than most steps do, and no step makes more than the largest result.
  private static final int STEPS = 16;

  private final MappingBounds bounds;
  private final CalledExpressions called = new CalledExpressions();
  private final long end;
  private final long processorBefore;
  private final long allocatedBefore;
  private final Map<Object, Weight> weights = new IdentityHashMap<>();
  private int depth;
  private int steps;

  Evaluation(MappingBounds bounds) {
    this.bounds = bounds;
    this.end = System.nanoTime() + bounds.time().toNanos();
    this.processorBefore = THREADS.getCurrentThreadCpuTime();
    this.allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
  }

  /** The weight of a container, valid while it has as many elements. */
  private record Weight(int elements, long size) {}

  /** The names that the expression finds besides JSONata's own, and its watchers. */
  Frame frame() {
    Frame frame = new Frame(null);
    frame.setEvaluateEntryCallback(
        (expression, input, environment) -> {
          if (++depth > bounds.depth()) {
            throw new MappingException("was stopped: it calls itself too deeply");
          }
          called.enter(expression);
          requireTimeAndMemory();
        });
    frame.setEvaluateExitCallback(
        (expression, input, environment, result) -> {
          depth--;
          requireTimeAndMemory();
          requireBounded(result);
          called.requireFunction(expression, result);
        });
    BoundedFunctions.ALL.forEach(frame::bind);
    return frame;
  }

  private void requireTimeAndMemory() {
    if (++steps % STEPS != 0) {
      return;
    }
    if (System.nanoTime() - end > 0 && processorTime() > bounds.time().toNanos()) {
      throw new MappingException("was stopped: it takes longer than " + bounds.time());
    }
    if (THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore > bounds.allocation()) {
      throw new MappingException("was stopped: it takes too much memory");
    }
  }

  /** A busy machine is no fault of the message. */
  private long processorTime() {
    return THREADS.getCurrentThreadCpuTime() - processorBefore;
  }

  private void requireBounded(@Nullable Object result) {
    if (result instanceof Pattern) {
      // Some patterns take for ever on some texts, and nothing can stop them.
      throw new MappingException(
          "uses a regular expression, which is not available; use $contains, $split and $replace"
              + " with texts");
    }
    if (weight(result, 0) > bounds.size()) {
      throw MappingException.tooLarge();
    }
  }

  /** As if nothing in it were shared: written out, a small structure can be endless. */
  private long weight(@Nullable Object value, int level) {
    if (level > bounds.depth()) {
      throw MappingException.tooLarge();
    }
    return switch (value) {
      case null -> 1;
      case String text -> 1 + text.length();
      case Map<?, ?> map -> container(map, map.size(), level);
      case List<?> list -> container(list, list.size(), level);
      default -> 1;
    };
  }

  private long container(Object container, int elements, int level) {
    if (elements > bounds.items()) {
      throw MappingException.tooLarge();
    }
    Weight known = weights.get(container);
    if (known != null && known.elements == elements) {
      return known.size;
    }
    long size = 1;
    if (container instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        size += weight(entry.getKey(), level + 1) + weight(entry.getValue(), level + 1);
      }
    } else if (container instanceof List<?> list) {
      for (Object element : list) {
        size += weight(element, level + 1);
      }
    }
    if (size > bounds.size()) {
      throw MappingException.tooLarge();
    }
    weights.put(container, new Weight(elements, size));
    return size;
  }
}
