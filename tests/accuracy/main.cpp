// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

// How accurate every function is: `accuracy --help`. docs/accuracy.md has what a full run prints.

#include <accuracy/progress.hpp>
#include <accuracy/reference.hpp>
#include <accuracy/table.hpp>
#include <functions/numbers.hpp>

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace {

using namespace accuracy;

// clang-format off
char const usage[] = R"text(usage: accuracy [OPTION]... [NAME]...

Holds results against MPFR and prints a table of errors in ULP. NAME: exp, gelu, gelu', gelu'', "pow(a, b)", "glu' by a"
and so on, or all of `primitives`, `parts`, `activations`, `slopes`, `curvatures`; without one, all functions.

  --float      all 2^32 floats; of second derivatives, and of parts of derivatives, every 61st
  --double     10,000,000 doubles of all exponents, and 1000 neighbours on both sides of each turning point
  --pairs      functions of two numbers, float and double, over a grid
               without any of these three, all three
  --sampled    the same over fewer numbers: a minute instead of hours
  --stride N   only every N-th of those floats
  --state FILE keep what is found in FILE, and go on from there; functions whose results are others than
               they were, over 2^14 numbers, begin anew
  --table      run nothing, print what is in the state
  --markdown   print the table for docs/accuracy.md
  --check FILE run nothing, but see whether that table is in FILE
  --threads N  (default: as many as the machine has)

It ends with 0 if all results are within their bounds, with 1 if one is not, or not known, with 2 if it could not be run.)text";
// clang-format on

struct options {
    extent how_much;
    std::vector<std::string> types, names;
    std::string state, checked_file;
    bool only_table = false, markdown = false;
    unsigned threads = std::max(1u, std::thread::hardware_concurrency());
};

options parse(int count, char** arguments) {
    options o;
    std::uint64_t stride = 0;
    for (int i = 1; i < count; ++i) {
        std::string const a = arguments[i];
        auto const value = [&]() -> std::string {
            if (++i >= count) throw std::invalid_argument(a + " needs a value");
            return arguments[i];
        };
        auto const number = [&] {
            std::string const text = value();
            char* end = nullptr;
            auto const n = std::strtoull(text.c_str(), &end, 10);
            if (text.empty() || *end != 0 || n == 0)
                throw std::invalid_argument(a + " " + text + " is not a number above 0");
            return n;
        };
        if (a == "--help") {
            std::puts(usage);
            std::exit(0);
        } else if (a == "--float" || a == "--double" || a == "--pairs")
            o.types.push_back(a.substr(2));
        else if (a == "--sampled")
            o.how_much = sampled;
        else if (a == "--stride")
            stride = number();
        else if (a == "--state")
            o.state = value();
        else if (a == "--check") {
            o.checked_file = value();
            o.only_table = true;
        } else if (a == "--threads")
            o.threads = static_cast<unsigned>(number());
        else if (a == "--table")
            o.only_table = true;
        else if (a == "--markdown")
            o.markdown = true;
        else if (a.starts_with("-"))
            throw std::invalid_argument("there is no option " + a + "; see --help");
        else
            o.names.push_back(a);
    }
    if (stride != 0) o.how_much.stride = stride;
    if (o.types.empty()) o.types = {"float", "double", "pairs"};
    if (o.only_table && o.state.empty()) throw std::invalid_argument("--table and --check need --state");
    return o;
}

std::vector<task> chosen(options const& o) {
    static constexpr char const* kinds[] = {"primitives", "parts", "activations", "slopes", "curvatures"};
    std::vector<bool> used(o.names.size());
    std::vector<task> tasks = tasks_of(o.how_much, o.types, [&](std::string const& name, functions::kind kind) {
        bool is_wanted = o.names.empty();
        for (std::size_t i = 0; i < o.names.size(); ++i)
            if (o.names[i] == name || name.starts_with(o.names[i] + '(') || o.names[i] == kinds[static_cast<int>(kind)])
                used[i] = is_wanted = true;
        return is_wanted;
    });
    for (std::size_t i = 0; i < used.size(); ++i)
        if (!used[i]) throw std::invalid_argument("there is no function " + o.names[i] + " among these types");
    return tasks;
}

double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

std::string duration(double s) {
    char text[40];
    if (s < 100)
        std::snprintf(text, sizeof text, "%.0f s", s);
    else if (s < 6000)
        std::snprintf(text, sizeof text, "%.0f min", s / 60);
    else
        std::snprintf(text, sizeof text, "%.1f h", s / 3600);
    return text;
}

/// A line that overwrites itself on a terminal; elsewhere one a minute.
class progress_line {
public:
    void show(std::string const& text, bool is_last = false) {
        double const now = seconds();
        if (is_terminal) {
            if (now - shown < 0.2 && !is_last) return;
            std::fprintf(stderr, "\r\x1b[K%s%s", text.c_str(), is_last ? "\n" : "");
        } else {
            if (now - shown < 60) return;
            std::fprintf(stderr, "%s\n", text.c_str());
        }
        shown = now;
    }

private:
    bool const is_terminal = isatty(2) != 0;
    double shown = seconds() - 50;
};

/// Runs what is missing of all tasks, one after the other, each on all threads.
class run {
public:
    run(options const& o, std::vector<task> const& all) : opt(o), tasks(all) {
        for (task const& t : tasks)
            results.push_back(load(o.state, t));
    }

    std::vector<progress> all() {
        started = seconds();
        for (current = 0; current < tasks.size(); ++current)
            if (!results[current].is_complete()) one();
        line.show("done in " + duration(seconds() - started), true);
        return std::move(results);
    }
    std::vector<progress> known() { return std::move(results); }

private:
    void one() {
        task const& t = tasks[current];
        progress& p = results[current];
        next = 0;
        last_saved = seconds();
        std::vector<std::jthread> threads;
        for (unsigned i = 0; i < std::min<std::uint64_t>(opt.threads, t.chunks); ++i)
            threads.emplace_back([&] { work(t, p); });
        threads.clear();
        if (!failure.empty()) throw std::runtime_error(failure);
        save(opt.state, t, p);
    }

    void work(task const& t, progress& p) {
        allow_all_exponents();
        runner const chunk = t.prepare();
        while (true) {
            std::uint64_t mine;
            {
                std::lock_guard const lock(guard);
                while (next < t.chunks && p.done[next])
                    ++next;
                if (next == t.chunks || !failure.empty()) return;
                mine = next++;
            }
            findings const found = chunk(mine);
            std::lock_guard const lock(guard);
            p.done[mine] = true;
            p.found.add(found);
            ++chunks_done;
            show(t, p);
            if (seconds() - last_saved < 5) continue;
            last_saved = seconds();
            try {
                save(opt.state, t, p);
            } catch (std::exception const& e) {
                failure = e.what();
            }
        }
    }

    // By the chunks: of what there is to do and was not done before.
    void show(task const& t, progress const& p) {
        std::uint64_t left = 0, of_this = 0;
        for (std::size_t i = current; i < tasks.size(); ++i)
            for (bool const done : results[i].done)
                left += !done;
        for (bool const done : p.done)
            of_this += done;
        double const elapsed = seconds() - started;
        char text[200];
        std::snprintf(text, sizeof text, "[%zu/%zu] %s, %s: %.0f %%, at most %.3g ULP; %s, about %s left", current + 1,
                      tasks.size(), t.name.c_str(), t.type.c_str(),
                      100.0 * static_cast<double>(of_this) / static_cast<double>(t.chunks), p.found.worst,
                      duration(elapsed).c_str(),
                      duration(elapsed / static_cast<double>(chunks_done) * static_cast<double>(left)).c_str());
        line.show(text);
    }

    options const& opt;
    std::vector<task> const& tasks;
    std::vector<progress> results;
    std::mutex guard;
    std::size_t current = 0;
    std::uint64_t next = 0, chunks_done = 0;
    double started = 0, last_saved = 0;
    std::string failure;
    progress_line line;
};

bool has_table(std::string const& file, std::string const& table) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file);
    std::string const whole(std::istreambuf_iterator<char>(in), {});
    if (whole.find(table) != std::string::npos) return true;
    std::fprintf(stderr, "the table in %s is another; `--table --markdown` prints what it should be\n", file.c_str());
    return false;
}

}  // namespace

int main(int count, char** arguments) {
    try {
        options const o = parse(count, arguments);
        allow_all_exponents();
        std::vector<task> const tasks = chosen(o);
        run work(o, tasks);
        std::vector<progress> const results = o.only_table ? work.known() : work.all();
        std::vector<row> rows;
        bool all_good = true, all_complete = true;
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            rows.push_back({tasks[i].name, tasks[i].type, tasks[i].kind, results[i].found, results[i].is_complete(),
                            tasks[i].is_within(results[i].found, bound_of(tasks[i].kind))});
            all_good = all_good && rows.back().is_within;
            all_complete = all_complete && rows.back().is_complete;
        }
        if (!all_complete) std::fprintf(stderr, "not all functions have been run to the end\n");
        if (!o.checked_file.empty())
            all_good = has_table(o.checked_file, markdown(rows)) && all_good;
        else
            std::fputs((o.markdown ? markdown(rows) : text(rows)).c_str(), stdout);
        return all_good && all_complete ? 0 : 1;
    } catch (std::exception const& e) {
        std::fprintf(stderr, "accuracy: %s\n", e.what());
        return 2;
    }
}
