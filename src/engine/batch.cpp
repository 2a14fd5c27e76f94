// SPDX-License-Identifier: Apache-2.0
#include "engine/batch.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace gouji::engine {
namespace {

constexpr std::chrono::milliseconds kTick{200};

class Board {
 public:
  explicit Board(std::size_t size) : slots_(size) {}

  [[nodiscard]] std::size_t take() { return next_.fetch_add(1, std::memory_order_relaxed); }

  void put(std::size_t index, Outcome outcome) {
    {
      const std::lock_guard lock(mutex_);
      slots_[index] = std::move(outcome);
      ++done_;
    }
    filled_.notify_one();
  }

  /// Waits for one outcome, a tick at a time.
  Outcome wait_for(std::size_t index, const BatchOptions& options) {
    std::unique_lock lock(mutex_);
    while (!filled_.wait_for(lock, kTick, [&] { return slots_[index].has_value(); })) {
      const std::size_t done = done_;
      lock.unlock();
      if (options.on_progress) options.on_progress(done, slots_.size());
      lock.lock();
    }
    Outcome outcome = std::move(*slots_[index]);
    slots_[index].reset();
    return outcome;
  }

 private:
  std::vector<std::optional<Outcome>> slots_;
  std::mutex mutex_;
  std::condition_variable filled_;
  std::size_t done_ = 0;
  std::atomic<std::size_t> next_{0};
};

}  // namespace

void check_all(std::size_t count, const std::function<Outcome(std::size_t)>& check, const BatchOptions& options,
               const std::function<void(Outcome)>& deliver) {
  const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
  const std::size_t jobs = std::min(options.jobs == 0 ? cores : options.jobs, count);
  if (jobs <= 1) {
    for (std::size_t index = 0; index < count; ++index) {
      if (options.on_progress) options.on_progress(index, count);
      deliver(check(index));
    }
    return;
  }
  Board board(count);
  std::vector<std::jthread> workers;
  for (std::size_t job = 0; job < jobs; ++job) {
    workers.emplace_back([&] {
      for (std::size_t index = board.take(); index < count; index = board.take()) board.put(index, check(index));
    });
  }
  for (std::size_t index = 0; index < count; ++index) {
    Outcome outcome = board.wait_for(index, options);
    if (options.on_progress) options.on_progress(index + 1, count);
    deliver(std::move(outcome));
  }
}

}  // namespace gouji::engine
