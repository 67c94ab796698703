// A reading that never ends, and does not yield.
for (;;);
