package org.okno.intake.mapping;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JLambda;
import com.dashjoin.jsonata.Parser.Symbol;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of one evaluation that are called. Where one is no function, the library prints
 * its value to the console before it fails, and that may be a person's name: it must not get there.
 */
final class CalledExpressions {
  private static final VarHandle PROCEDURE = field("procedure");
  private static final VarHandle RIGHT = field("rhs");

  private final Set<Symbol> called = Collections.newSetFromMap(new IdentityHashMap<>());

  /** An expression that is evaluated next. */
  void enter(Symbol expression) {
    add(expression);
    Symbol right = (Symbol) RIGHT.get(expression);
    if (right != null) {
      add(right);
    }
  }

  /** Refuses what an expression was evaluated to, where it is called and no function. */
  void requireFunction(Symbol expression, @Nullable Object result) {
    if (result != null && called.contains(expression) && !isFunction(result)) {
      throw new MappingException("failed: it calls what is no function");
    }
  }

  private void add(Symbol expression) {
    Symbol procedure = (Symbol) PROCEDURE.get(expression);
    if (procedure != null) {
      called.add(procedure);
    }
  }

  private static boolean isFunction(Object result) {
    return result instanceof JFunction || result instanceof JLambda || Functions.isLambda(result);
  }

  /** The library does not show its tree; its version is pinned, and a test calls what is none. */
  private static VarHandle field(String name) {
    try {
      return MethodHandles.privateLookupIn(Symbol.class, MethodHandles.lookup())
          .findVarHandle(Symbol.class, name, Symbol.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
