// SPDX-FileCopyrightText: 2026 The hillock authors
// SPDX-License-Identifier: BSL-1.0

#include <functions/shards.hpp>

#include <boost/hana/for_each.hpp>

#include <cstdio>
#include <cstdlib>

namespace functions {

std::vector<unary> const& all_unary() {
    static std::vector<unary> const all = [] {
        std::vector<unary> made = primitives();
        // The shards have every fourth entry each, of three functions: joined in the order of the catalogue.
        std::vector<unary> shards[] = {catalogue_0(), catalogue_1(), catalogue_2(), catalogue_3()};
        for (std::size_t i = 0; i < shards[0].size(); i += 3)
            for (auto& shard : shards)
                for (std::size_t k = i; k < i + 3 && k < shard.size(); ++k)
                    made.push_back(std::move(shard[k]));
        return made;
    }();
    return all;
}

unary const& unary_named(std::string_view name) {
    for (unary const& f : all_unary())
        if (f.name == name) return f;
    std::fprintf(stderr, "there is no function %s\n", std::string(name).c_str());
    std::abort();
}

std::vector<binary> const& all_binary() {
    static std::vector<binary> const all = [] {
        std::vector<binary> made;
        auto const primitive = [&](auto const& f) {
            made.push_back(make_binary(f(a, b), std::string(hk::to_string(f(a, b))), kind::primitive));
        };
        primitive(hk::pow);
        primitive(hk::min);
        primitive(hk::max);
        primitive(hk::atan2);
        primitive(hk::logsumexp2);
        boost::hana::for_each(hk::gated_catalogue, [&](auto f) {
            std::string const name(f.name);
            made.push_back(make_binary(f, name, kind::activation));
            made.push_back(make_binary(hk::diff(f, a), name + "' by a", kind::slope));
            made.push_back(make_binary(hk::diff(f, b), name + "' by b", kind::slope));
        });
        return made;
    }();
    return all;
}

}  // namespace functions
