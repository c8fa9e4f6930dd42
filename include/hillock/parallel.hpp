// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// A header of its own: <execution> is slow to compile, and with libstdc++ a program that includes it needs oneTBB.

#include <hillock/loops/apply.hpp>

#include <algorithm>
#include <execution>

namespace hillock {

namespace detail {

template <class T>
requires std::is_execution_policy_v<T>
inline constexpr bool is_execution_policy<T> = true;
template <class Policy>
concept execution_policy = is_execution_policy<std::remove_cvref_t<Policy>>;

/// How a job is shared out: `rows` whole rows a share, or `columns` columns of one row where rows are few and long. Both are
/// powers of two (the columns times `sum_block`), so that the sum of a share is a node of the tree that `pairwise_sum` makes
/// of all blocks, or rows, and the sums are those of one thread.
struct share_size {
    /// No more shares, so that they and their sums live on the stack.
    static constexpr std::size_t most = 256;
    std::size_t rows = 1, columns = sum_block, shares_in_row, count;

    /// `least` elements are worth the way to another thread.
    share_size(std::size_t all_rows, std::size_t all_columns, std::size_t least) {
        while (columns < all_columns && (columns < least || all_rows * parts(all_columns, columns) > most))
            columns *= 2;
        if (columns >= all_columns)
            while (rows < all_rows && (rows * all_columns < least || parts(all_rows, rows) > most))
                rows *= 2;
        shares_in_row = parts(all_columns, columns);
        count = parts(all_rows, rows) * shares_in_row;
    }

private:
    static std::size_t parts(std::size_t whole, std::size_t part) { return whole / part + (whole % part != 0); }
};

/// What one thread does at a time: rows from `row` on and columns from `column` on, and their sums.
template <class Joined, class Job>
struct job_share {
    static constexpr int count = Job::outputs::count;
    std::size_t row, row_end, column, column_end;
    double totals[static_cast<unsigned>(count)];

    void run(Job const& job) {
        pairwise_sum over_rows[static_cast<unsigned>(Job::outputs::any ? count : 1)];
        for (; row < row_end; ++row) {
            pairwise_sum sums[static_cast<unsigned>(Job::outputs::any ? count : 1)];
            run_row<Joined>(job, row, column, column_end, sums);
            for (int output = 0; output < count; ++output)
                if (Job::outputs::is_sum[output]) over_rows[output].add(sums[output].total());
        }
        for (int output = 0; output < count; ++output)
            if (Job::outputs::is_sum[output]) totals[output] = over_rows[output].total();
    }
};

/// Calls something for each share, on the threads of the standard library's parallel algorithms.
struct standard_threads {
    template <class Share, class F>
    static void for_each(Share* first, Share* last, F const& f) {
        std::for_each(std::execution::par, first, last, f);
    }
};

/// Runs a job in shares, on threads that may be others: those of oneTBB are invisible to the thread sanitizer.
template <class Threads>
struct in_shares {
    template <class Joined, class Job>
    static void run(Job const& job, pairwise_sum* totals) {
        // About ten microseconds of work; an element on wide numbers takes a hundred times as long as one in a lane.
        constexpr std::size_t least = Joined::template all_planned<typename Job::element> ? 16384 : 256;
        share_size const size(job.rows, job.columns, least);
        if (size.count <= 1 || job.columns == 0) return one_thread::run<Joined>(job, totals);

        using share = job_share<Joined, Job>;
        share shares[share_size::most];
        for (std::size_t i = 0; i < size.count; ++i) {
            std::size_t const row = i / size.shares_in_row * size.rows;
            std::size_t const column = i % size.shares_in_row * size.columns;
            shares[i].row = row;
            shares[i].row_end = std::min(job.rows, row + size.rows);
            shares[i].column = column;
            shares[i].column_end = std::min(job.columns, column + size.columns);
        }
        Threads::for_each(shares, shares + size.count, [&job](share& one) { one.run(job); });
        add_totals(shares, size, totals);
    }

private:
    /// In order, whichever thread was the first.
    template <class Joined, class Job>
    static void add_totals(job_share<Joined, Job> const* shares, share_size const& size, pairwise_sum* totals) {
        for (int output = 0; output < Job::outputs::count; ++output)
            for (std::size_t i = 0; i < size.count && Job::outputs::is_sum[output];) {
                pairwise_sum of_row;
                for (std::size_t k = 0; k < size.shares_in_row; ++k)
                    of_row.add(shares[i++].totals[output]);
                totals[output].add(of_row.total());
            }
    }
};

/// `unseq` is what a loop on one thread is already; so is a share of `par_unseq`.
template <class Policy>
using executor_of =
    std::conditional_t<std::is_same_v<std::remove_cvref_t<Policy>, std::execution::sequenced_policy> ||
                           std::is_same_v<std::remove_cvref_t<Policy>, std::execution::unsequenced_policy>,
                       one_thread, in_shares<standard_threads>>;

}  // namespace detail

/// `apply` on several threads: `apply(std::execution::par, e, out, x = in)`, in all forms of `apply` and with the same
/// results, bit for bit, sums included. `par_unseq` means `par`, as a loop is in SIMD anyway; `seq` and `unseq` mean one
/// thread, which is also what is taken for so few elements that threads would not pay.
///
/// Refuses what `apply` refuses, before anything is written. hillock itself allocates nothing here, but the standard
/// library's `std::for_each` may: std::bad_alloc leaves the outputs in part written.
template <detail::execution_policy Policy, class E, class Place, class... Arguments>
requires(sizeof...(Arguments) > 0 &&
         detail::apply_call<E, Place, Arguments...>::valid) void apply(Policy&&, E const& e, Place&& place,
                                                                       Arguments const&... arguments) {
    detail::apply_call<E, Place, Arguments...>::template run<detail::executor_of<Policy>>(
        detail::as_list(e), detail::places_from<std::remove_reference_t<Place>>::make(place), arguments...);
}

/// In place: `apply(std::execution::par, e, inout)`, for an expression of one variable.
template <detail::execution_policy Policy, class E, class Place>
requires(detail::apply_call<E, Place, std::remove_reference_t<Place>>::valid) void apply(Policy&&, E const& e,
                                                                                         Place&& place) {
    detail::apply_call<E, Place, std::remove_reference_t<Place>>::template run<detail::executor_of<Policy>>(
        detail::as_list(e), detail::places_from<std::remove_reference_t<Place>>::make(place), place);
}

template <detail::execution_policy Policy, class E, class Place, class... Arguments>
requires(sizeof...(Arguments) > 0 && !detail::apply_call<E, Place, Arguments...>::valid)
    typename detail::apply_call<E, Place, Arguments...>::type apply(Policy&&, E const&, Place&&, Arguments const&...);
template <detail::execution_policy Policy, class E, class Place>
requires(!detail::apply_call<E, Place, std::remove_reference_t<Place>>::valid)
    typename detail::apply_call<E, Place, std::remove_reference_t<Place>>::type apply(Policy&&, E const&, Place&&);

}  // namespace hillock
