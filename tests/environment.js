// Hands the test programs in Node the turn of long tests: see thinning.h.
Module["preRun"] = () => {
  if (typeof ENV !== "undefined" && process.env.EXAMLAB_TURN) ENV.EXAMLAB_TURN = process.env.EXAMLAB_TURN;
};
